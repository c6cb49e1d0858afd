import { Readable } from 'node:stream';
import type { NodemailerError } from 'nodemailer';
import MailComposer from 'nodemailer/lib/mail-composer';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Letter } from '#server/notifications/index.ts';
import { now } from '#server/platform/clock.ts';
import type { MailGateway, Posted } from './mail.gateway.ts';
import { hand, type SmtpAccount } from './smtp.session.ts';

/** The mail server, and in whose name letters go out. */
export interface SmtpSettings {
  /** `smtp://user:password@host:port` or `smtps://…`; further options of nodemailer's connection as query, such as `?requireTLS=true`. */
  url: string;
  from: { name: string; address: string };
  /** Milliseconds until an attempt is given up; less than the ledger's lease. */
  timeoutMs?: number;
}

const TIMEOUT_MS = 5 * 60_000;
/** How long each step of coming together may take. */
const GREETING_MS = 15_000;
/** One mailbox and nothing else: no list, no line end, no comment (stricter than RFC 5322, as are our forms). */
const ONE_MAILBOX = /^[^\s\p{Cc}<>()[\]\\,;:"@]{1,64}@[^\s\p{Cc}<>()[\]\\,;:"@]{1,255}$/u;
const LOOPBACK = /^(localhost|127(\.\d+){3}|::1)$/;

/** A password never goes over a line that others can read, save to this machine itself or where the address says so. */
function accountOf(url: string, timeoutMs: number): SmtpAccount {
  const { auth = null, ...given } = parseConnectionUrl(url);
  const mustHide = auth !== null && !LOOPBACK.test(given.host ?? '') && given.ignoreTLS !== true;
  const patience = { connectionTimeout: GREETING_MS, greetingTimeout: GREETING_MS, socketTimeout: timeoutMs };
  // What is said on the line is nobody's to log, whatever the address asks for.
  const silence = { logger: false, debug: false, transactionLog: false };
  return { auth, options: { ...patience, ...(mustHide && { requireTLS: true }), ...given, ...silence } };
}
const compose = (deliveryId: string, letter: Letter, from: SmtpSettings['from']) =>
  new MailComposer({
    from,
    to: { name: '', address: letter.to },
    subject: letter.subject.replace(/\s+/g, ' '),
    date: now(),
    messageId: `<${deliveryId}@${from.address.split('@').at(-1)}>`,
    text: letter.text,
    html: letter.html,
    attachments: (letter.attachments ?? []).map(({ name, type, content }) => ({
      filename: name,
      contentType: type,
      content,
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
    headers: {
      'Auto-Submitted': 'auto-generated',
      ...(letter.unsubscribeUrl && {
        'List-Unsubscribe': `<${letter.unsubscribeUrl}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
  }).compile();

/**
 * What a fault says of the letter. An answer to the recipient or to the letter itself decides; whatever else goes wrong is the
 * server's trouble or ours, and the letter waits, unless it was already on the line.
 */
function outcomeOf(
  { code, command, responseCode, permanent: isForGood }: Partial<NodemailerError>,
  isOnTheLine: boolean,
): Exclude<Posted, { outcome: 'accepted' }> {
  if (responseCode && (command === 'RCPT TO' || command === 'DATA'))
    return { outcome: isForGood ? 'refused' : 'busy', cause: `smtp-${responseCode}` };
  if (isOnTheLine) return { outcome: 'unknown', cause: 'no-answer' };
  if (responseCode) return { outcome: 'busy', cause: `smtp-${responseCode}` };
  return { outcome: 'busy', cause: code === 'ETLS' ? 'no-tls' : 'no-connection' };
}

/** A mail server behind the port, a connection for each letter: one that was kept may be dead, and then nobody knows whether a letter left. */
export function smtpGateway({ url, from, timeoutMs = TIMEOUT_MS }: SmtpSettings): MailGateway {
  const account = accountOf(url, timeoutMs);
  return {
    async send(deliveryId, letter) {
      if (!ONE_MAILBOX.test(letter.to)) return { outcome: 'refused', cause: 'bad-address' };
      let isOnTheLine = false;
      const mime = compose(deliveryId, letter, from);
      const bytes = await mime.build();
      const body = Readable.from(
        (function* read() {
          isOnTheLine = true; // nodemailer reads only once the server has said that it listens (354)
          yield bytes;
        })(),
      );
      try {
        await hand(new SMTPConnection(account.options), account, mime.getEnvelope(), body, timeoutMs);
        return { outcome: 'accepted' };
      } catch (cause) {
        return outcomeOf(cause as NodemailerError, isOnTheLine);
      }
    },
  };
}
