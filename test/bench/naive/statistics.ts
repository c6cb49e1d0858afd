import { Router } from 'express';
import mongoose from 'mongoose';
import { recount } from '../../support/statistics-recount.ts';

const kyiv = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Kyiv' });

/** The figures: MongoDB groups the cases anew for everybody who asks. */
export const naiveStatistics = (): Router =>
  Router().get('/statistics', async (_req, res) => {
    const shown = await mongoose.connection.collection('categories').distinct('_id', { publicity: { $ne: 'never' } });
    const match = {
      'publication.state': { $in: ['anonymised', 'public'] },
      'publication.visibleFrom': { $lte: new Date() },
      categoryCode: { $in: shown },
    };
    res.json(await recount({ match, today: kyiv.format(new Date()) }));
  });
