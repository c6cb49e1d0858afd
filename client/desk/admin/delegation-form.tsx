import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Field } from '#client/views/forms/field.tsx';
import { Select } from '#client/views/forms/select.tsx';
import type { NewDelegation } from '#shared/contract/delegations.ts';
import type { StaffMember, StaffRole } from '#shared/contract/staff.ts';
import { DELEGABLE, type Permission } from '#shared/domain/permissions.ts';
import { useDesk } from '../desk-context.ts';
import { FormDialog } from '../form/form-dialog.tsx';
import type { Delegations } from './use-delegations.ts';

const NOTHING: NewDelegation = { giverId: '', takerId: '', permissions: [], from: '', to: '', reason: '' };
/** What is typed of a delegation at the moment. */
function readDelegation(form: FormData): NewDelegation {
  const typed = (name: string): string => String(form.get(name) ?? '');
  return {
    giverId: typed('giverId'),
    takerId: typed('takerId'),
    permissions: form.getAll('permissions') as Permission[],
    from: typed('from'),
    to: typed('to'),
    reason: typed('reason'),
  };
}
/** What of somebody's own rights can be handed over, in the order of all. */
function delegableOf(member: StaffMember | undefined, roles: readonly StaffRole[]): readonly Permission[] {
  const held = new Set(roles.filter(({ id }) => member?.roles.includes(id)).flatMap(({ permissions }) => permissions));
  return DELEGABLE.filter((one) => held.has(one));
}

const Rights = ({
  giver,
  roles,
  chosen,
  error,
}: {
  giver: StaffMember | undefined;
  roles: readonly StaffRole[];
  chosen: readonly Permission[];
  error: string | undefined;
}): JSX.Element => {
  const { words } = useDesk();
  const { form: texts } = words.delegations;
  const offered = delegableOf(giver, roles);
  const hint = !giver ? texts.rightsFirst : offered.length === 0 ? texts.rightsNone : texts.rightsHint;
  return (
    <fieldset class="field roles-field" aria-describedby="rights-hint">
      <legend>{texts.rights}</legend>
      <p class="hint" id="rights-hint">
        {hint}
      </p>
      {error && <p class="error">{error}</p>}
      {offered.map((permission) => (
        <div key={permission} class="choice">
          <input
            id={`right-${permission}`}
            type="checkbox"
            name="permissions"
            value={permission}
            checked={chosen.includes(permission)}
            aria-invalid={error ? 'true' : undefined}
          />
          <label for={`right-${permission}`}>{words.admin.staff.permissions[permission]}</label>
        </div>
      ))}
    </fieldset>
  );
};

/** The fields of a new delegation: who is away, who stands in, with what, when and by which order. */
export const DelegationForm = ({
  members,
  roles,
  delegations: { isSending, refused },
  send,
  closed,
}: {
  members: readonly StaffMember[];
  roles: readonly StaffRole[];
  delegations: Delegations;
  send: (asked: NewDelegation) => void;
  closed: () => void;
}): JSX.Element => {
  const { form: texts } = useDesk().words.delegations;
  const [typed, setTyped] = useState(NOTHING);
  const errors = refused?.fields ?? {};
  const people = members.filter(({ isLocked }) => !isLocked);
  const options = (some: readonly StaffMember[]) => [
    { options: some.map(({ id, name, post }) => ({ value: id, label: `${name}, ${post}` })) },
  ];
  const person = (name: 'giverId' | 'takerId', some: readonly StaffMember[]) => ({
    ...{ name, prompt: texts.choose, groups: options(some), value: typed[name], error: errors[name] },
  });
  const day = (name: 'from' | 'to') => ({
    ...({ name, type: 'date', width: 'half', value: typed[name], error: errors[name] } as const),
  });
  return (
    <FormDialog
      title={texts.title}
      closed={closed}
      sending={{ isSending, refused }}
      texts={texts}
      onInput={({ currentTarget }) => setTyped(readDelegation(new FormData(currentTarget)))}
      send={(form) => send(readDelegation(new FormData(form)))}
    >
      <Select label={texts.giver} {...person('giverId', people)} />
      <Select
        label={texts.taker}
        {...person(
          'takerId',
          people.filter(({ isOneself }) => !isOneself),
        )}
      />
      <Rights
        giver={people.find(({ id }) => id === typed.giverId)}
        roles={roles}
        chosen={typed.permissions}
        error={errors.permissions}
      />
      <Field label={texts.from} {...day('from')} />
      <Field label={texts.to} {...day('to')} />
      <Field
        name="reason"
        label={texts.reason}
        hint={texts.reasonHint}
        value={typed.reason}
        error={errors.reason}
        autocomplete="off"
      />
    </FormDialog>
  );
};
