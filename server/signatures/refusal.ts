import type { FieldCode } from '#shared/domain/problems.ts';

/** What can be wrong with a signed file. */
type SignatureFault = Extract<FieldCode, `signature.${string}`>;

/** A signed file that is not taken, and why: the readers throw it, and the command tells it as a wrong field. */
export class SignatureRefusal extends Error {
  readonly code: SignatureFault;
  constructor(code: SignatureFault) {
    super(code);
    this.name = 'SignatureRefusal';
    this.code = code;
  }
}
