import { Router } from 'express';
import type { Config } from '#server/platform/config.ts';
import { accountPages } from './accounts.routes.ts';
import { mailPages } from './mail.routes.ts';
import { phonePages } from './phone.routes.ts';

/** The pages under `/dev`, which exist in the demo alone: the phones that get its texts, the mail, and its logins. */
export const demoPages = ({ VIDHUK_DATA_DIR: folder, TWILIO_API_URL: simulator }: Config): Router => {
  const router = Router().use(accountPages(folder), mailPages(folder));
  return simulator ? router.use(phonePages(simulator)) : router;
};
