import { Router } from 'express';
import { CLOCK_FIELDS } from '#client/views/clock/clock-form.tsx';
import { clockPage } from './clock.page.tsx';
import { getPage } from './visit.routes.ts';

/** The deadline calculator in each language, at `/clock`. */
export function clockPages(): Router {
  const router = Router();
  getPage(router, '/clock', ({ visit, query, show }) => {
    const asked = CLOCK_FIELDS.flatMap((field) => {
      const typed = query(field);
      return typed === undefined ? [] : [[field, typed] as const];
    });
    const { page, status } = clockPage(visit, Object.fromEntries(asked));
    show(page, status);
  });
  return router;
}
