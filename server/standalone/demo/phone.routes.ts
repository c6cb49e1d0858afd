import { Router } from 'express';
/** The phones of the demo. */
export const phonePages = (_simulator: string): Router => Router();
