import { today } from '#server/platform/clock.ts';
import { isLegalDate } from '#shared/domain/legal-clock/legal-date.ts';
import type { FieldCode, FieldError } from '#shared/domain/problems.ts';
import { earliestReceipt } from '#shared/domain/receipt.ts';

/** Whether the day on which a body says that an appeal came in has come, and is not too long ago to be entered. Looks at the body as it came. */
export function checkReceipt(body: unknown): FieldError[] {
  const on = (body as { received?: { on?: unknown } | null } | null)?.received?.on;
  if (typeof on !== 'string' || !isLegalDate(on)) return [];
  const refusal = (code: FieldCode): FieldError[] => [{ in: 'body', path: 'received.on', code }];
  if (on > today()) return refusal('date.in-future');
  return on < earliestReceipt(today()) ? refusal('date.too-early') : [];
}
