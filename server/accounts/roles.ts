import { isDuplicate } from '#server/platform/database.ts';
import { Problem } from '#server/platform/problem.ts';
import { PERMISSIONS, type Permission } from '#shared/domain/permissions.ts';

/** Permissions each once, in the order in which they are listed everywhere. */
export const inOrder = (permissions: readonly Permission[]): Permission[] =>
  PERMISSIONS.filter((one) => permissions.includes(one));

/** Writes a role; 422 where another has its name. */
export async function namedOnce(write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    throw new Problem('fields.invalid', { errors: [{ in: 'body', path: 'name', code: 'name.taken' }] });
  }
}
