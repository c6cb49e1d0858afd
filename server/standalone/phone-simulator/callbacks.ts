import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import twilio from 'twilio';
import { now } from '#server/platform/clock.ts';
import { log } from '#server/platform/log.ts';
import type { Moods } from './behaviour.ts';
import type { Message, MessageStatus, Messages } from './messages.ts';

/** Whose name phones show. */
const SENDER = 'OdesaRada';
/** Waits before a callback that was not taken is tried again. */
const RETRIES_MS = [200, 600, 1_800, 5_400];
const TIMEOUT_MS = 5_000;
/** How long after the step its callback comes where callbacks are late. */
const LATE_MS = 4_000;
const ON_THE_WAY: readonly MessageStatus[] = ['accepted', 'queued', 'sent'];
/** "Unknown destination handset", the usual cause of a text that was sent and never arrived. */
const LOST = 30005;

/** The account in whose name callbacks are signed, what is on its way, and how long each leg takes. */
export interface Postal {
  accountSid: string;
  authToken: string;
  messages: Messages;
  moods: Moods;
  stepMs: number;
}

/** Carries messages to their phones, a step at a time, and tells of each step where the message says to. */
export function postOffice({ accountSid, authToken, messages, moods, stepMs }: Postal) {
  const closing = new AbortController();
  setMaxListeners(0, closing.signal); // every message on its way listens
  const rounds = new Set<Promise<void>>();
  const pause = (ms: number): Promise<void> => sleep(ms, undefined, { signal: closing.signal, ref: false });

  /** One signed callback; true where it was taken. */
  async function tell(url: string, params: Record<string, string>): Promise<boolean> {
    try {
      const { ok } = await fetch(url, {
        method: 'POST',
        headers: { 'x-twilio-signature': twilio.getExpectedTwilioSignature(authToken, url, params) },
        body: new URLSearchParams(params),
        signal: AbortSignal.any([closing.signal, AbortSignal.timeout(TIMEOUT_MS)]),
      });
      return ok;
    } catch {
      return false;
    }
  }
  async function report(message: Message, status: MessageStatus): Promise<void> {
    if (!message.statusCallback || moods.callbacks === 'off') return;
    const params: Record<string, string> = {
      AccountSid: accountSid,
      ApiVersion: '2010-04-01',
      From: message.from ?? '',
      MessageSid: message.sid,
      MessageStatus: status,
      SmsSid: message.sid,
      SmsStatus: status,
      To: message.to,
      ...(message.messagingServiceSid && { MessagingServiceSid: message.messagingServiceSid }),
      ...(message.errorCode !== null && { ErrorCode: String(message.errorCode) }),
    };
    const firstMs = moods.callbacks === 'late' ? LATE_MS : 0;
    for (const waitMs of [firstMs, ...RETRIES_MS]) {
      await pause(waitMs);
      if (await tell(message.statusCallback, params)) return;
    }
    log().warn({ message: message.sid, status }, 'nobody took a status callback');
  }

  async function step(sid: string, status: MessageStatus): Promise<Message | null> {
    const at = now().toISOString();
    const isLost = status === 'undelivered' || status === 'failed';
    return messages.change(sid, {
      status,
      updatedAt: at,
      ...(status === 'sent' && { sentAt: at, from: messages.get(sid)?.from ?? SENDER }),
      ...(isLost && { errorCode: LOST }),
    });
  }
  async function carry({ sid, status }: Message): Promise<void> {
    if (moods.ending === 'none') return;
    const way: MessageStatus[] = ['queued', 'sent', moods.ending];
    const told: MessageStatus[] = [];
    for (const next of way.slice(ON_THE_WAY.indexOf(status))) {
      await pause(stepMs);
      const message = await step(sid, next);
      if (!message) return;
      if (moods.callbacks === 'shuffled') told.unshift(next);
      else await report(message, next);
      if (moods.callbacks === 'doubled') await report(message, next);
    }
    const message = messages.get(sid);
    for (const late of message ? told : []) await report(message as Message, late);
  }
  function send(message: Message): void {
    const round = carry(message).catch((error: unknown) => {
      if (!closing.signal.aborted) log().error({ err: error }, 'a message was lost on its way');
    });
    rounds.add(round);
    void round.then(() => rounds.delete(round));
  }

  return {
    send,
    /** Goes on with what was on its way when the process ended. */
    resume: (): void => {
      for (const message of messages.all()) if (ON_THE_WAY.includes(message.status)) send(message);
    },
    async close(): Promise<void> {
      closing.abort();
      await Promise.all(rounds);
    },
  };
}
