import { json, Router } from 'express';
import mongoose, { Schema } from 'mongoose';

const options = { autoIndex: false, autoCreate: false };
const Petition = mongoose.model(
  'NaivePetition',
  new Schema({ title: String, signatures: { type: Number, default: 0 } }, options),
  'naive_petitions',
);
const Signature = mongoose.model(
  'NaiveSignature',
  new Schema(
    {
      petitionId: { type: Schema.Types.ObjectId, required: true },
      name: { type: String, required: true },
      phone: { type: String, required: true },
      at: { type: Date, default: Date.now },
    },
    options,
  ),
  'naive_signatures',
);

/** Signing a petition: the signature, and one more on the petition, in a transaction. */
export const naiveSigning = (): Router =>
  Router().post('/petitions/:id/sign', json(), async (req, res) => {
    const petitionId = req.params.id;
    const { lastName, firstName, phone } = req.body;
    const signature = new Signature({ petitionId, name: `${lastName} ${firstName}`, phone });
    await mongoose.connection.transaction(async (session) => {
      await signature.save({ session });
      await Petition.updateOne({ _id: petitionId }, { $inc: { signatures: 1 } }, { session });
    });
    res.status(201).json({ id: signature.id });
  });
