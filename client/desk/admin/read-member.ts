import type { NewStaff } from '#shared/contract/staff.ts';

/** What is typed of an account at the moment, spaces and all: the server takes those away. */
export function readMember(form: Pick<FormData, 'get' | 'getAll'>): NewStaff {
  const typed = (name: string): string => String(form.get(name) ?? '');
  return {
    login: typed('login'),
    name: typed('name'),
    post: typed('post'),
    departmentId: typed('departmentId') || null,
    email: typed('email').trim() || null,
    superiorId: typed('superiorId') || null,
    roles: form.getAll('roles').map(String),
  };
}
