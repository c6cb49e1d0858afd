import type { Response } from 'express';

/** Lets pages of any site read an answer: it is the same for everybody, and no cookie is asked for or counts. */
export function letAnySiteRead(res: Response): void {
  res.set('access-control-allow-origin', '*').set('cross-origin-resource-policy', 'cross-origin');
}
