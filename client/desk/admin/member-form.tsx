import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Field } from '#client/views/forms/field.tsx';
import { Select } from '#client/views/forms/select.tsx';
import type { NewStaff, StaffMember, StaffRole } from '#shared/contract/staff.ts';
import { fill } from '#shared/texts/fill.ts';
import { useDesk } from '../desk-context.ts';
import { FormDialog } from '../form/form-dialog.tsx';
import { readMember } from './read-member.ts';
import type { Staff } from './use-staff.ts';

const NOBODY: NewStaff = {
  login: '',
  name: '',
  post: '',
  departmentId: null,
  email: null,
  superiorId: null,
  roles: [],
};

/** The fields of an account: a new one's, or what can be changed of one that is there. */
export const MemberForm = ({
  of,
  others,
  roles,
  staff: { isSending, refused },
  send,
  closed,
}: {
  of: StaffMember | null;
  /** Who there is to be somebody's superior. */
  others: readonly StaffMember[];
  roles: readonly StaffRole[];
  staff: Staff;
  send: (facts: NewStaff) => void;
  closed: () => void;
}): JSX.Element => {
  const { lang, words, catalogue } = useDesk();
  const { staff } = words.admin;
  const { form: texts } = staff;
  const [typed, setTyped] = useState<NewStaff>(of ?? NOBODY);
  const errors = refused?.fields ?? {};
  const units = catalogue.departments.map((unit) => ({ value: unit.id, label: unit[lang] }));
  const superiors = others
    .filter(({ id, isLocked }) => id !== of?.id && (!isLocked || id === of?.superiorId))
    .map(({ id, name, post }) => ({ value: id, label: `${name}, ${post}` }));
  return (
    <FormDialog
      title={of ? fill(texts.change, { name: of.name }) : texts.add}
      closed={closed}
      sending={{ isSending, refused }}
      texts={texts}
      onInput={({ currentTarget }) => setTyped(readMember(new FormData(currentTarget)))}
      send={(form) => send(readMember(new FormData(form)))}
    >
      <Field name="name" label={texts.name} value={typed.name} error={errors.name} autocomplete="off" />
      <Field name="post" label={texts.post} value={typed.post} error={errors.post} autocomplete="off" />
      {!of && (
        <Field
          name="login"
          label={texts.login}
          hint={texts.loginHint}
          value={typed.login}
          error={errors.login}
          autocomplete="off"
        />
      )}
      <Select
        name="departmentId"
        label={texts.department}
        prompt={staff.noDepartment}
        groups={[{ options: units }]}
        value={typed.departmentId ?? ''}
        error={errors.departmentId}
      />
      <Field
        name="email"
        type="email"
        inputMode="email"
        label={texts.email}
        optional={texts.optional}
        hint={texts.emailHint}
        value={typed.email ?? ''}
        error={errors.email}
        autocomplete="off"
      />
      <Select
        name="superiorId"
        label={texts.superior}
        optional={texts.optional}
        hint={texts.superiorHint}
        prompt={texts.noSuperior}
        groups={[{ options: superiors }]}
        value={typed.superiorId ?? ''}
        error={errors.superiorId}
      />
      <fieldset class="field roles-field" aria-describedby="roles-hint">
        <legend>{texts.roles}</legend>
        {of && (
          <p class="hint" id="roles-hint">
            {texts.rolesHint}
          </p>
        )}
        {errors.roles && <p class="error">{errors.roles}</p>}
        {roles.map(({ id, name }) => (
          <div key={id} class="choice">
            <input
              id={`role-${id}`}
              type="checkbox"
              name="roles"
              value={id}
              checked={typed.roles.includes(id)}
              aria-invalid={errors.roles ? 'true' : undefined}
            />
            <label for={`role-${id}`}>{name}</label>
          </div>
        ))}
      </fieldset>
    </FormDialog>
  );
};
