import { today } from '#server/platform/clock.ts';
import { isLegalDate } from '#shared/domain/legal-clock/legal-date.ts';
import type { FieldCode, FieldError } from '#shared/domain/problems.ts';
import { earliestReceipt } from '#shared/domain/receipt.ts';
import { charterOn } from './charter.ts';

const DATES = ['startedOn', 'sentOn', 'receivedOn'] as const;
const wrong = (path: string, code: FieldCode): FieldError => ({ in: 'body', path, code });

/**
 * What is wrong with a forwarded petition as far as the day and the charter show it: dates that have not come, a receipt of too long
 * ago, and fewer signatures than the charter asked for on the day collection began. Looks at the body as it came.
 */
export function checkForwarded(body: unknown): FieldError[] {
  const said: Record<string, unknown> = { ...(body as object | null) };
  const now = today();
  const errors = DATES.flatMap((name) => {
    const on = said[name];
    return typeof on === 'string' && isLegalDate(on) && on > now ? [wrong(name, 'date.in-future')] : [];
  });
  const { startedOn, receivedOn, signatures } = said;
  if (typeof receivedOn === 'string' && isLegalDate(receivedOn) && receivedOn < earliestReceipt(now))
    errors.push(wrong('receivedOn', 'date.too-early'));
  if (typeof startedOn !== 'string' || !isLegalDate(startedOn)) return errors;
  const charter = charterOn(startedOn);
  if (!charter) errors.push(wrong('startedOn', 'petition.no-charter'));
  else if (typeof signatures === 'number' && signatures >= 1 && signatures < charter.threshold)
    errors.push({ ...wrong('signatures', 'petition.below-threshold'), said: String(charter.threshold) });
  return errors;
}
