import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { NewDelegation, StaffDelegation } from '#shared/contract/delegations.ts';
import type { StaffMember, StaffRole } from '#shared/contract/staff.ts';
import { dateInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import { ColumnHeads } from '../column-heads.tsx';
import { useDesk } from '../desk-context.ts';
import { Dialog } from '../dialog.tsx';
import { Refused } from '../form/refused.tsx';
import { Retry } from '../retry.tsx';
import { DelegationForm } from './delegation-form.tsx';
import { useDelegations } from './use-delegations.ts';

const COLUMNS = ['giver', 'taker', 'days', 'rights', 'state', 'deeds'] as const;
/** The two people of a delegation, as sentences name them. */
const useNames = (): ((one: StaffDelegation) => { giver: string; taker: string }) => {
  const { gone } = useDesk().words.delegations;
  return ({ giver, taker }) => ({ giver: giver.name ?? gone, taker: taker.name ?? gone });
};

const Line = ({ one, revoke }: { one: StaffDelegation; revoke: () => void }): JSX.Element => {
  const { lang, words } = useDesk();
  const { delegations: texts, admin } = words;
  const names = useNames()(one);
  const isOpen = one.state === 'ahead' || one.state === 'in-force';
  return (
    <tr>
      <th scope="row">{names.giver}</th>
      <td>{names.taker}</td>
      <td>
        {fill(texts.days, { from: dateInFull(lang, one.from), to: dateInFull(lang, one.to) })}
        <span class="muted">{one.reason}</span>
      </td>
      <td>{one.permissions.map((permission) => admin.staff.permissions[permission]).join(', ')}</td>
      <td>
        <span class={isOpen ? 'shown-state' : 'muted'}>{texts.states[one.state]}</span>
      </td>
      <td class="deeds">
        {isOpen && (
          <button type="button" class="button secondary" aria-label={fill(texts.revokeThis, names)} onClick={revoke}>
            {texts.revoke}
          </button>
        )}
      </td>
    </tr>
  );
};

/** Who works in whose place, for whoever manages accounts. */
export const DelegationList = ({
  members,
  roles,
  tell,
}: {
  members: readonly StaffMember[];
  roles: readonly StaffRole[];
  tell: (done: string) => void;
}): JSX.Element => {
  const { words } = useDesk();
  const { delegations: texts } = words;
  const delegations = useDelegations();
  const { items, trouble, refused, load } = delegations;
  const namesOf = useNames();
  const [open, setOpen] = useState<'form' | StaffDelegation | null>(null);
  const show = (what: 'form' | StaffDelegation): void => {
    tell('');
    delegations.begin();
    setOpen(what);
  };
  const close = (): void => setOpen(null);
  const finish = (done: StaffDelegation | null, said: string): void => {
    if (!done) return;
    close();
    tell(fill(said, namesOf(done)));
  };
  const make = async (asked: NewDelegation) => finish(await delegations.make(asked), texts.doneAdded);
  const revoke = async (one: StaffDelegation) => finish(await delegations.revoke(one.id), texts.doneRevoked);
  return (
    <section class="part" aria-labelledby="delegations-title">
      <h3 id="delegations-title">{texts.title}</h3>
      <p class="staff-head">
        <span class="hint">{texts.lead}</span>
        <button type="button" class="button secondary" onClick={() => show('form')}>
          {texts.add}
        </button>
      </p>
      {trouble && <Retry words={trouble.message} again={load} />}
      {!items && !trouble && <p class="quiet loading">{texts.loading}</p>}
      {items?.length === 0 && <p class="quiet empty">{texts.none}</p>}
      {items && items.length > 0 && (
        <table class="switches" aria-labelledby="delegations-title">
          <ColumnHeads of={COLUMNS} words={texts.columns} />
          <tbody>
            {items.map((one) => (
              <Line key={one.id} one={one} revoke={() => show(one)} />
            ))}
          </tbody>
        </table>
      )}
      {open === 'form' && (
        <DelegationForm
          members={members}
          roles={roles}
          delegations={delegations}
          send={(asked) => void make(asked)}
          closed={close}
        />
      )}
      {open && open !== 'form' && (
        <Dialog title={texts.sureTitle} closed={close}>
          <Refused by={refused} />
          <p>{fill(texts.sure, namesOf(open))}</p>
          <p class="actions">
            <button type="button" class="button primary danger" onClick={() => void revoke(open)}>
              {texts.doRevoke}
            </button>
            <button type="button" class="button secondary" onClick={close}>
              {texts.keep}
            </button>
          </p>
        </Dialog>
      )}
    </section>
  );
};
