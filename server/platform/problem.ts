import { type FieldError, PROBLEMS, type ProblemCode } from '#shared/domain/problems.ts';

/** What a refusal tells beside its code: the fields to put right, or what the caller needs for a better try. */
export type ProblemDetails = Readonly<{
  errors?: readonly FieldError[];
  /** Seconds; becomes the header Retry-After. */
  retryAfterS?: number;
  [member: string]: unknown;
}>;

/** An expected refusal, safe to show. Anything else that is thrown is a bug, logged whole and answered as a bare 500. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly status: number;
  readonly details: ProblemDetails;
  constructor(code: ProblemCode, details: ProblemDetails = {}) {
    super(code);
    this.name = 'Problem';
    this.code = code;
    this.status = PROBLEMS[code];
    this.details = details;
  }
}
