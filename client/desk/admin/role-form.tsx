import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Field } from '#client/views/forms/field.tsx';
import type { RoleFacts, StaffRole } from '#shared/contract/staff.ts';
import { PERMISSIONS, type Permission } from '#shared/domain/permissions.ts';
import { fill } from '#shared/texts/fill.ts';
import { plural } from '#shared/texts/plural.ts';
import { useDesk } from '../desk-context.ts';
import { FormDialog } from '../form/form-dialog.tsx';
import type { Staff } from './use-staff.ts';

const NOTHING: RoleFacts = { name: '', permissions: [], needsTotp: false };
/** What is typed of a role at the moment. */
const readRole = (form: FormData): RoleFacts => ({
  name: String(form.get('name') ?? ''),
  permissions: form.getAll('permissions') as Permission[],
  needsTotp: form.get('needsTotp') !== null,
});

/** Who has the role, and what they will gain and lose by the change as it is typed. */
const Consequences = ({ of, typed }: { of: StaffRole; typed: RoleFacts }): JSX.Element => {
  const { lang, words } = useDesk();
  const { roleForm: texts, permissions: rights } = words.admin.staff;
  const named = (list: readonly Permission[]): string => list.map((one) => rights[one]).join(', ');
  const added = typed.permissions.filter((one) => !of.permissions.includes(one));
  const taken = of.permissions.filter((one) => !typed.permissions.includes(one));
  return (
    <div class="consequences" role="status">
      <p>{of.holders === 0 ? texts.noHolders : plural(lang, of.holders, texts.holders)}</p>
      {added.length > 0 && <p>{fill(texts.added, { rights: named(added) })}</p>}
      {taken.length > 0 && <p>{fill(texts.taken, { rights: named(taken) })}</p>}
    </div>
  );
};

/** The fields of a role: a new one's, or those of one that is there. */
export const RoleForm = ({
  of,
  staff: { isSending, refused },
  send,
  closed,
}: {
  of: StaffRole | null;
  staff: Staff;
  send: (facts: RoleFacts) => void;
  closed: () => void;
}): JSX.Element => {
  const { words } = useDesk();
  const { roleForm: texts, roleList, permissions: rights } = words.admin.staff;
  const [typed, setTyped] = useState<RoleFacts>(of ?? NOTHING);
  const errors = refused?.fields ?? {};
  return (
    <FormDialog
      title={of ? fill(roleList.changeThis, { name: of.name }) : roleList.add}
      closed={closed}
      sending={{ isSending, refused }}
      texts={texts}
      onInput={({ currentTarget }) => setTyped(readRole(new FormData(currentTarget)))}
      send={(form) => send(readRole(new FormData(form)))}
    >
      <Field name="name" label={texts.name} value={typed.name} error={errors.name} autocomplete="off" />
      <fieldset class="field roles-field rights-field">
        <legend>{texts.rights}</legend>
        {errors.permissions && <p class="error">{errors.permissions}</p>}
        {PERMISSIONS.map((permission) => (
          <div key={permission} class="choice">
            <input
              id={`role-right-${permission}`}
              type="checkbox"
              name="permissions"
              value={permission}
              checked={typed.permissions.includes(permission)}
              aria-invalid={errors.permissions ? 'true' : undefined}
            />
            <label for={`role-right-${permission}`}>{rights[permission]}</label>
          </div>
        ))}
      </fieldset>
      <div class="choice">
        <input id="role-totp" type="checkbox" name="needsTotp" checked={typed.needsTotp} />
        <label for="role-totp">{texts.needsTotp}</label>
      </div>
      {of && <Consequences of={of} typed={typed} />}
    </FormDialog>
  );
};
