import { Router } from 'express';
import { readLetters } from '#server/standalone/mail-catcher/letter-file.ts';
import { mailboxKey, wireAddress } from '#shared/domain/email.ts';
import { mailPage } from './mail.page.tsx';

const REFRESH_S = 3;
/** One name for all spellings of a mailbox. */
const boxOf = (address: string): string => mailboxKey(wireAddress(address.trim()));

/**
 * `/dev/mail`: every letter that arrived, as a page that renews itself, and as JSON `[{id, to, from, subject, text, html,
 * headers, at}]`, oldest first, with `?to=…` (of that address), `?format=json` or an `Accept` of JSON.
 */
export const mailPages = (folder: string): Router =>
  Router().get(['/dev/mail', '/en/dev/mail'], (req, res) => {
    const { to, format } = req.query;
    const letters = readLetters(folder).filter((letter) => to === undefined || boxOf(letter.to) === boxOf(String(to)));
    res.set('cache-control', 'no-store');
    if (to !== undefined || format === 'json' || req.accepts('html', 'json') === 'json') return void res.json(letters);
    res.set('refresh', String(REFRESH_S)).type('html').send(mailPage(letters));
  });
