import type { FormValues } from '#server/http/form.ts';
import type { Actor, Visitor } from '#server/platform/policy.ts';
import type { AppealView, FiledAppeal, NewAppeal } from '#shared/contract/appeals.ts';

/** A session to hand to a browser; the lifetime is in milliseconds. */
export interface OpenedSession {
  token: string;
  lifetimeMs: number;
}
/** What the applicant takes away. `phone` is E.164, and null where no mobile was left or no texts are wanted. */
export interface Receipt extends Pick<AppealView, 'number' | 'dueOn' | 'answeredOn' | 'isOverdue'> {
  accessCode: string;
  phone: { e164: string; isVerified: boolean } | null;
}
/** What a short link opens: state and dates of one case, and whether texts about it go to the number that got the link. */
export interface LinkedCase {
  view: Pick<AppealView, 'number' | 'status' | 'isOverdue' | 'dueOn' | 'answeredOn'>;
  wantsSms: boolean;
}
type Who = Actor | Visitor;

/**
 * What the public pages ask of the domains; the composition gives them. All may throw a Problem; what the asker
 * may not see is `not-found`, whether it exists or not.
 */
export interface PublicDoors {
  /** Receives an appeal; the same key and body give the same receipt, another body `idempotency.reused`. */
  fileAppeal: (
    who: Who,
    draft: NewAppeal,
    how: { channel: 'web'; idempotencyKey: string },
  ) => Promise<Pick<FiledAppeal, 'number' | 'accessCode'>>;
  /** Opens one case by its access code: `sign-in.wrong` where they do not belong together. */
  openCase: (who: Who, key: { number: string; accessCode: string }) => Promise<OpenedSession>;
  /** The receipt, for whoever holds the case open by its access code. */
  readReceipt: (who: Who, number: string) => Promise<Receipt>;
  /** One case; `details` is null where only the phone was proved. */
  readAppeal: (who: Who, number: string) => Promise<AppealView>;
  /** The cases of the last twelve months of the phone that was proved, and opened ones; newest first. */
  myAppeals: (who: Who) => Promise<readonly AppealView[]>;
  /** Takes a proved phone off a case that is not its owner's. */
  detachPhone: (who: Who, number: string) => Promise<void>;
  /** Sends a code to a mobile in E.164; `too-many-requests` with `retryAfterS` where the last one is too fresh. */
  requestPhoneCode: (phone: string) => Promise<{ codeId: string }>;
  /** Opens a resident's session: `fields.invalid` with `code.wrong` or `code.expired`, or `code.exhausted`. */
  signInWithCode: (key: { codeId: string; code: string }) => Promise<OpenedSession>;
  /** Proves the phone of an open case by a code; refuses as `signInWithCode` does. */
  confirmPhone: (who: Who, number: string, key: { codeId: string; code: string }) => Promise<void>;
  /** Deletes the session that a token opens. */
  closeSession: (token: string) => Promise<void>;
  /** What a short link opens; null for a code that nobody was given. */
  readLink: (code: string) => Promise<LinkedCase | null>;
  /** Turns texts about the case to the number that got the link on or off. */
  setLinkSms: (code: string, wantsSms: boolean) => Promise<void>;
}
/** The value of one field as it was typed, without spaces around. */
export const typedIn = (form: FormValues, name: string): string => (form[name] ?? '').trim();
