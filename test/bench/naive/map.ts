import { type RequestHandler, Router } from 'express';
import mongoose, { Schema } from 'mongoose';

const DEGREES = 180 / Math.PI;
/** The latitude of the upper edge of a row of tiles (spherical Mercator). */
const latOf = (y: number, z: number): number => DEGREES * Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / 2 ** z)));
const lngOf = (x: number, z: number): number => (x / 2 ** z) * 360 - 180;

const Published = mongoose.model(
  'NaivePublished',
  new Schema(
    {
      number: String,
      status: String,
      categoryCode: String,
      receivedAt: Date,
      publication: {
        state: String,
        text: String,
        visibleFrom: Date,
        point: { type: { type: String }, coordinates: { type: [Number], default: undefined } },
      },
    },
    { strict: false, autoIndex: false, autoCreate: false },
  ),
  'cases',
);

/** Whatever was published in a box, each a document that is turned into what a browser draws. */
const tile: RequestHandler<{ z: string; x: string; y: string }> = async ({ params, query }, res) => {
  const [z, x, y] = [Number(params.z), Number(params.x), Number(params.y)];
  const { category, since } = query as Record<string, string>;
  const box = [
    [lngOf(x, z), latOf(y + 1, z)],
    [lngOf(x + 1, z), latOf(y, z)],
  ];
  const found = await Published.find({
    'publication.point': { $geoWithin: { $box: box } },
    'publication.state': { $in: ['anonymised', 'public'] },
    'publication.visibleFrom': { $lte: new Date() },
    ...(category && { categoryCode: category }),
    ...(since && { receivedAt: { $gte: new Date(since) } }),
  });
  res.json(
    found.map((one) => {
      const { _id, number, status, categoryCode, publication } = one.toObject();
      return { id: String(_id), number, status, categoryCode, point: publication?.point, text: publication?.text };
    }),
  );
};
/** The map as it is written on a first day. */
export const naiveMap = (): Router => Router().get('/map/:z/:x/:y', tile);
