import { setTimeout as sleep } from 'node:timers/promises';
import express, { type Request, type Response, Router } from 'express';
import { now } from '#server/platform/clock.ts';
import { isSame } from '#server/platform/secrets.ts';
import { readPhone } from '#shared/domain/phone.ts';
import { smsLength } from '#shared/domain/sms-segments.ts';
import type { CreateBehaviour, Moods } from './behaviour.ts';
import type { Message, Messages } from './messages.ts';
import { messageResource, messagesPath, pageOf, type RefusalCode, refusal } from './twilio-resource.ts';

/** The account that the simulator knows, and what it keeps and does. */
export interface TwilioApi {
  accountSid: string;
  authToken: string;
  messages: Messages;
  moods: Moods;
  /** Begins a message's way to the phone. */
  send(message: Message): void;
}
type Form = Readonly<Record<string, string | undefined>>;
type Refused = [RefusalCode, string];

/** What Twilio says against a message that it would not take; null where it takes it. */
function objectionTo(
  { To: to, From: from, MessagingServiceSid: service, Body: body }: Form,
  moods: Moods,
): Refused | null {
  if (!to) return [21604, "A 'To' phone number is required."];
  if (!from && !service) return [21603, "A 'From' phone number is required."];
  if (!body) return [21602, 'Message body is required.'];
  if (body.length > 1_600) return [21617, 'The concatenated message body exceeds the 1600 character limit.'];
  const hidden = `${to.slice(0, -4)}XXXX`;
  const { kind, e164 } = readPhone(to);
  if (kind === 'invalid') return [21211, `Invalid 'To' Phone Number: ${hidden}`];
  if (kind === 'landline') return [21614, `'To' number is not a valid mobile number: ${hidden}`];
  if (kind === 'foreign')
    return [
      21408,
      `Permission to send an SMS has not been enabled for the region indicated by the 'To' number: ${hidden}`,
    ];
  return e164 && moods.optedOut.has(e164) ? [21610, 'Attempt to send to unsubscribed recipient'] : null;
}

/** Filters of a list, as the SDK sends them; a message that was not sent yet has no date to be found by. */
function isListed({ to, from, sentAt }: Message, params: URLSearchParams): boolean {
  const [on, after, before] = ['DateSent', 'DateSent>', 'DateSent<'].map((name) => params.get(name));
  if (params.get('To') && params.get('To') !== to) return false;
  if (params.get('From') && params.get('From') !== from) return false;
  if ((on || after || before) && !sentAt) return false;
  const sent = Date.parse(sentAt ?? '');
  return !(
    (on && sentAt?.slice(0, 10) !== on.slice(0, 10)) ||
    (after && sent < Date.parse(after)) ||
    (before && sent > Date.parse(before))
  );
}

const refuse = (res: Response, ...[code, message]: Refused): void => {
  const { status, body } = refusal(code, message);
  res.status(status).json(body);
};
const breakDown = (res: Response): void =>
  void res.status(500).type('html').send('<html><body><h1>500 Server Error</h1></body></html>');
const cut = (req: Request): void => void req.socket.resetAndDestroy();

/** Twilio's Messages resource over HTTP, as far as the SDK uses it: create, fetch, list and delete, and its refusals. */
export function twilioRoutes({ accountSid, authToken, messages, moods, send }: TwilioApi): Router {
  const take = (form: Form): Promise<Message> => {
    const at = now().toISOString();
    return messages.add({
      to: readPhone(form.To ?? '').e164 ?? '',
      from: form.From ?? null,
      body: form.Body ?? '',
      messagingServiceSid: form.MessagingServiceSid ?? null,
      statusCallback: form.StatusCallback ?? null,
      status: 'accepted',
      errorCode: null,
      parts: smsLength(form.Body ?? '').parts,
      createdAt: at,
      updatedAt: at,
      sentAt: null,
    });
  };
  const notFound = (req: Request, res: Response): void =>
    refuse(res, 20404, `The requested resource ${req.path} was not found`);
  /** Faults in which nothing was taken; true where the answer has been given. */
  const hasFailed = (how: CreateBehaviour, req: Request, res: Response): boolean => {
    if (how === 'reset') cut(req);
    else if (how === 'broken') breakDown(res);
    else if (how === 'busy') refuse(res, 20429, 'Too Many Requests');
    else if (how === 'refuse') refuse(res, 21211, "Invalid 'To' Phone Number");
    else return false;
    return true;
  };

  return Router()
    .use('/2010-04-01', (req, res, next) => {
      const basic = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;
      if (isSame(req.get('authorization') ?? '', basic)) return next();
      res.set('www-authenticate', 'Basic realm="Twilio API"');
      refuse(res, 20003, 'Authenticate');
    })
    .post(
      `${messagesPath(accountSid)}.json`,
      express.urlencoded({ extended: false, limit: '64kb' }),
      async (req, res) => {
        const how = moods.nextCreate();
        if (moods.delayMs > 0) await sleep(moods.delayMs, undefined, { ref: false });
        if (hasFailed(how, req, res)) return;
        const form = (req.body ?? {}) as Form;
        const objection = objectionTo(form, moods);
        if (objection) return refuse(res, ...objection);
        const message = await take(form);
        send(message);
        if (how === 'reset-after-taking') cut(req);
        else if (how === 'broken-after-taking') breakDown(res);
        else if (how !== 'silent-after-taking') res.status(201).json(messageResource(accountSid, message));
      },
    )
    .get(`${messagesPath(accountSid)}.json`, (req, res) => {
      if (moods.list === 'reset') return cut(req);
      if (moods.list === 'broken') return breakDown(res);
      const params = new URL(req.originalUrl, 'http://simulator').searchParams;
      const found = messages.all().filter((message) => isListed(message, params));
      res.json(pageOf(accountSid, found.reverse(), params));
    })
    .get(`${messagesPath(accountSid)}/:sid.json`, (req, res) => {
      const found = messages.get(req.params.sid ?? '');
      if (found) res.json(messageResource(accountSid, found));
      else notFound(req, res);
    })
    .delete(`${messagesPath(accountSid)}/:sid.json`, async (req, res) => {
      if (await messages.remove(req.params.sid ?? '')) res.status(204).end();
      else notFound(req, res);
    })
    .use('/2010-04-01', notFound);
}
