import { Router } from 'express';
/** The desk's pages. */
export const deskPages = (): Router => Router();
