/** Every refusal a caller can act on, with its HTTP status (RFC 9457). Words for them: shared/texts/<lang>/problems.ts. */
export const PROBLEMS = {
  'body.malformed': 400,
  'sign-in.required': 401,
  'sign-in.wrong': 401,
  'sign-in.code-needed': 401,
  'not-allowed': 403,
  'cross-site': 403,
  'not-found': 404,
  'move.refused': 409,
  'version.stale': 409,
  'staff.oneself': 409,
  'staff.last-manager': 409,
  'bulk.begun': 409,
  'note.settled': 409,
  'body.too-large': 413,
  'body.unsupported': 415,
  'fields.invalid': 422,
  'idempotency.reused': 422,
  'date.outside-calendar': 422,
  'code.exhausted': 429,
  'sign-in.wait': 429,
  'too-many-requests': 429,
  internal: 500,
  'store.unavailable': 503,
} as const;
export type ProblemCode = keyof typeof PROBLEMS;

/** What can be wrong with one field. */
export const FIELD_CODES = [
  'field.required',
  'field.unknown',
  'field.too-short',
  'field.too-long',
  'field.invalid',
  'phone.invalid',
  'phone.not-mobile',
  'phone.foreign',
  'contact.required',
  'contact.for-reply',
  'contact.for-sms',
  'date.invalid',
  'date.in-future',
  'date.not-ahead',
  'date.outside-term',
  'extension.beyond-45',
  'case.unknown',
  'case.itself',
  'category.unknown',
  'department.unknown',
  'code.wrong',
  'code.expired',
  'login.taken',
  'role.unknown',
  'password.wrong',
  'password.weak',
  'answer.appeal-route',
  'text.gap',
  'template.placeholder',
  'template.incomplete',
  'template.unknown',
  'place.outside-city',
  'place.unknown',
  'publication.above-ceiling',
  'text.no-words',
  'report.too-long',
  'news.unknown',
  'mention.unknown',
  'mention.ambiguous',
  'mention.no-access',
  'file.empty',
  'file.type',
  'file.heic',
  'file.broken',
  'file.too-large',
  'file.too-many-pixels',
  'file.too-many',
  'file.infected',
] as const;
export type FieldCode = (typeof FIELD_CODES)[number];
/** One field to put right; `path` is dotted. */
export interface FieldError {
  in: 'body' | 'query' | 'headers' | 'path';
  path: string;
  code: FieldCode;
  /** Which words of the field are meant, where it is not the whole. */
  said?: string;
}
