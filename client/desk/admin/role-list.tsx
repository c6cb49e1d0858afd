import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { RoleFacts, StaffRole } from '#shared/contract/staff.ts';
import { fill } from '#shared/texts/fill.ts';
import { ColumnHeads } from '../column-heads.tsx';
import { useDesk } from '../desk-context.ts';
import { RoleForm } from './role-form.tsx';
import type { Staff } from './use-staff.ts';

const COLUMNS = ['role', 'allows', 'holdersCount', 'totp', 'deeds'] as const;

/** The roles, what each allows, how many have it, and whether it needs a second factor; made, changed and taken away here. */
export const RoleList = ({
  roles,
  staff,
  tell,
}: {
  roles: readonly StaffRole[];
  staff: Staff;
  /** Says what was done. */
  tell: (said: string) => void;
}): JSX.Element => {
  const { words } = useDesk();
  const { roleList: texts, permissions: rights } = words.admin.staff;
  /** Null while no form is open. */
  const [form, setForm] = useState<{ of: StaffRole | null } | null>(null);
  const show = (of: StaffRole | null): void => {
    tell('');
    staff.begin();
    setForm({ of });
  };
  const save = async (of: StaffRole | null, facts: RoleFacts): Promise<void> => {
    const saved = await staff.saveRole(of, facts);
    if (!saved) return;
    setForm(null);
    tell(fill(of ? texts.done : texts.doneAdded, { name: saved.name }));
  };
  const remove = async ({ id, name }: StaffRole): Promise<void> => {
    if (await staff.removeRole(id)) tell(fill(texts.doneRemoved, { name }));
  };
  return (
    <section class="part">
      <h3 id="roles-title">{texts.title}</h3>
      <p class="staff-head">
        <button type="button" class="button secondary" onClick={() => show(null)}>
          {texts.add}
        </button>
      </p>
      <table class="switches" aria-labelledby="roles-title">
        <ColumnHeads of={COLUMNS} words={texts} />
        <tbody>
          {roles.map((role) => (
            <tr key={role.id}>
              <th scope="row">{role.name}</th>
              <td>{role.permissions.map((permission) => rights[permission]).join(', ')}</td>
              <td>{role.holders}</td>
              <td>{role.needsTotp ? texts.needed : texts.optional}</td>
              <td>
                <button
                  type="button"
                  class="button secondary"
                  aria-label={fill(texts.changeThis, { name: role.name })}
                  onClick={() => show(role)}
                >
                  {texts.change}
                </button>{' '}
                {role.holders === 0 && (
                  <button
                    type="button"
                    class="button secondary"
                    aria-label={fill(texts.removeThis, { name: role.name })}
                    aria-busy={staff.isSending}
                    onClick={() => void remove(role)}
                  >
                    {texts.remove}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {form && (
        <RoleForm of={form.of} staff={staff} send={(facts) => void save(form.of, facts)} closed={() => setForm(null)} />
      )}
    </section>
  );
};
