import { categoryOf, departmentOf, isWithin } from '#server/catalogue/index.ts';
import type { FormValues } from '#server/http/form.ts';
import type { Department } from '#shared/contract/catalogue.ts';

/**
 * Who will handle an appeal, as far as that can be told before it is registered: the department of its topic; for a complaint of
 * that one, or of one above it, whoever stands over those complained of (Law 393/96-ВР, arts. 7(4), 16). Null where people decide.
 */
export function handlerOf({
  categoryCode = '',
  kind,
  'contested.departmentId': against = '',
}: FormValues): Department | null {
  const usual = departmentOf(categoryOf(categoryCode)?.defaultDepartmentId ?? '');
  if (kind !== 'complaint' || !usual || !departmentOf(against) || !isWithin(usual.id, against)) return usual ?? null;
  return departmentOf(departmentOf(against)?.parentId ?? '') ?? null;
}
