import { Router } from 'express';
import { letRevalidate } from '#server/http/endpoint.ts';
import { allRoots } from './root.model.ts';

/** `/history/roots.json`: every nightly root, oldest first, for anybody to keep; nothing in it names a case. */
export const historyRoutes = (): Router =>
  Router().get('/history/roots.json', async (_req, res) => {
    const roots = (await allRoots()).map(({ _id, madeAt, subjects, changed, hash, prev }) => ({
      night: _id,
      madeAt: madeAt.toISOString(),
      subjects,
      changed,
      hash,
      prev,
    }));
    const body = JSON.stringify({ roots });
    letRevalidate(res, body);
    res.type('application/json').send(body);
  });
