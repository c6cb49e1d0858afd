import { Offline, Refusal } from '#client/platform/api.ts';

/** Why something was not done, in words: of the whole, and of each wrong field by its dotted path. */
export interface Trouble {
  message: string;
  fields: Readonly<Record<string, string>>;
}
/** A trouble with nothing to say of any field. */
export const troubleSaying = (message: string): Trouble => ({ message, fields: {} });

/** Any failed request as a trouble; a bug is thrown on, for nobody can put it right by trying again. */
export function troubleOf(error: unknown, offlineWords: string): Trouble {
  if (error instanceof Offline) return troubleSaying(offlineWords);
  if (!(error instanceof Refusal)) throw error;
  const { title, errors = [] } = error.problem;
  const fields: Record<string, string> = {};
  for (const { path, message } of errors) fields[path] = fields[path] ? `${fields[path]} ${message}` : message;
  return { message: title, fields };
}
