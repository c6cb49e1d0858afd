import { Problem } from '#server/platform/problem.ts';
import type { FieldCode } from '#shared/domain/problems.ts';

/** What can be wrong with a file. */
export type FileFault = Extract<FieldCode, `file.${string}`>;

/** A file that is not taken, and why: the takers throw it, and the command tells it as a wrong field. */
export class FileRefusal extends Error {
  readonly code: FileFault;
  constructor(code: FileFault) {
    super(code);
    this.name = 'FileRefusal';
    this.code = code;
  }
}
/** The refusal as a caller is told it: one wrong field of the form. */
export const toldOf = (field: string, { code }: FileRefusal): Problem =>
  new Problem('fields.invalid', { errors: [{ in: 'body', path: field, code }] });
