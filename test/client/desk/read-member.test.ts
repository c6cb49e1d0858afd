import assert from 'node:assert/strict';
import { readMember } from '#client/desk/admin/read-member.ts';

describe('desk: what is typed of an account', () => {
  it('is read as the server takes it, and a department that was not chosen is none', () => {
    const form = new FormData();
    form.set('login', 'hanna');
    form.set('name', 'Ганна ');
    form.set('departmentId', '');
    form.append('roles', 'operator');
    form.append('roles', 'head');
    assert.deepEqual(readMember(form), {
      login: 'hanna',
      name: 'Ганна ',
      post: '',
      departmentId: null,
      email: null,
      superiorId: null,
      roles: ['operator', 'head'],
    });
  });
});
