import type { RegisterView } from '#shared/contract/register-list.ts';
import type { Permission } from '#shared/domain/permissions.ts';

/** Where the day begins, by what a person may do: the first that fits. */
const FIRST: readonly [Permission, RegisterView][] = [
  ['case.register', 'new'],
  ['case.sign', 'for_signature'],
  ['case.work', 'in_hand'],
];
/** The list that a person sees first. */
export const firstView = (permissions: readonly Permission[]): RegisterView =>
  FIRST.find(([permission]) => permissions.includes(permission))?.[1] ?? 'open';
