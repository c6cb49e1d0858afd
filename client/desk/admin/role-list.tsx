import type { JSX } from 'preact';
import type { StaffRole } from '#shared/contract/staff.ts';
import { fill } from '#shared/texts/fill.ts';
import { useDesk } from '../desk-context.ts';

/** The roles, what each allows, and whether it needs a second factor. */
export const RoleList = ({
  roles,
  need,
}: {
  roles: readonly StaffRole[];
  need: (role: StaffRole, needsTotp: boolean) => void;
}): JSX.Element => {
  const { words } = useDesk();
  const { roleList: texts, permissions: rights, columns } = words.admin.staff;
  return (
    <section class="part">
      <h3 id="roles-title">{texts.title}</h3>
      <table class="switches" aria-labelledby="roles-title">
        <thead>
          <tr>
            <th scope="col">{texts.role}</th>
            <th scope="col">{texts.allows}</th>
            <th scope="col">{texts.totp}</th>
            <th scope="col">{columns.deeds}</th>
          </tr>
        </thead>
        <tbody>
          {roles.map((role) => {
            const { id, name, permissions, needsTotp } = role;
            return (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td>{permissions.map((permission) => rights[permission]).join(', ')}</td>
                <td>{needsTotp ? texts.needed : texts.optional}</td>
                <td>
                  <button
                    type="button"
                    class="button secondary"
                    aria-label={fill(needsTotp ? texts.spareThis : texts.needThis, { name })}
                    onClick={() => need(role, !needsTotp)}
                  >
                    {needsTotp ? texts.spare : texts.need}
                  </button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
};
