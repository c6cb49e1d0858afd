import type { Readable } from 'node:stream';
import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { SMTPConnectionAuth, SMTPConnectionOptions, SMTPEnvelope } from 'nodemailer/lib/smtp-connection';

/** How to reach a mail server and who we are there; `auth` is null where it asks for no name. */
export interface SmtpAccount {
  options: SMTPConnectionOptions;
  auth: SMTPConnectionAuth | null;
}
type Done = (error?: Error | null) => void;
const step = (take: (done: Done) => void): Promise<void> =>
  new Promise((resolve, reject) => take((error) => (error ? reject(error) : resolve())));

/** Rejects when the connection breaks or the time is over, whatever step it was at. */
function broken(connection: SMTPConnection, timeoutMs: number): { promise: Promise<never>; forget(): void } {
  let timer: NodeJS.Timeout | undefined;
  const promise = new Promise<never>((_, reject) => {
    connection.on('error', reject);
    connection.once('end', () => reject(new Error('the connection ended')));
    timer = setTimeout(() => reject(new Error('it took too long')), timeoutMs);
  });
  promise.catch(() => undefined); // whoever races with it hears of it
  return { promise, forget: () => clearTimeout(timer) };
}

/**
 * Hands one letter over on a fresh connection: greeting, name and password, envelope, letter. Resolves when the server
 * has answered that it took it; rejects with nodemailer's error, whose `command` and `responseCode` say what was refused.
 */
export async function hand(
  connection: SMTPConnection,
  { auth }: Pick<SmtpAccount, 'auth'>,
  envelope: SMTPEnvelope,
  letter: Readable,
  timeoutMs: number,
): Promise<void> {
  const breach = broken(connection, timeoutMs);
  const orBroken = (work: Promise<void>): Promise<void> => Promise.race([work, breach.promise]);
  try {
    await orBroken(step((done) => connection.connect(done)));
    if (auth) await orBroken(step((done) => connection.login(auth, done)));
    await orBroken(step((done) => connection.send(envelope, letter, done)));
    connection.quit();
  } catch (cause) {
    connection.close();
    throw cause;
  } finally {
    breach.forget();
  }
}
