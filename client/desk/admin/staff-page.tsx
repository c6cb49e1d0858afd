import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { NewStaff, StaffDeed, StaffMember } from '#shared/contract/staff.ts';
import { fill } from '#shared/texts/fill.ts';
import { plural } from '#shared/texts/plural.ts';
import { ColumnHeads } from '../column-heads.tsx';
import { useDesk } from '../desk-context.ts';
import { PageHead } from '../page-head.tsx';
import { Retry } from '../retry.tsx';
import { DeedsDialog, SecretDialog } from './deeds-dialog.tsx';
import { DelegationList } from './delegation-list.tsx';
import { MemberForm } from './member-form.tsx';
import { MemberRow } from './member-row.tsx';
import { RoleList } from './role-list.tsx';
import { type ToldMember, useStaff } from './use-staff.ts';

/** What is open over the list. */
type Open = { form: StaffMember | null } | { deeds: StaffMember } | { secret: ToldMember } | null;
const COLUMNS = ['name', 'login', 'department', 'roles', 'state', 'deeds'] as const;

/** The accounts of staff, for whoever manages them. */
export const StaffPage = (): JSX.Element => {
  const { lang, words } = useDesk();
  const { staff: texts } = words.admin;
  const staff = useStaff();
  const { all, trouble, load } = staff;
  const [open, setOpen] = useState<Open>(null);
  const [done, setDone] = useState('');
  const show = (what: Open): void => {
    setDone('');
    staff.begin();
    setOpen(what);
  };
  const close = (): void => setOpen(null);
  const finish = (told: ToldMember | null, said: string): void => {
    if (!told) return;
    setOpen(told.password ? { secret: told } : null);
    setDone(fill(said, { name: told.member.name }));
  };
  const save = async (of: StaffMember | null, facts: NewStaff): Promise<void> =>
    finish(await staff.save(of?.id ?? null, facts), of ? texts.doneChanged : texts.doneAdded);
  const act = async (of: StaffMember, deed: StaffDeed): Promise<void> =>
    finish(await staff.act(of.id, deed), texts.done[deed]);
  return (
    <>
      <section class="intake publicity staff" aria-labelledby="staff-title">
        <PageHead id="staff-title" title={texts.title} lead={texts.lead} />
        <p class="said" role="status">
          {done}
        </p>
        {trouble && <Retry words={trouble.message} again={load} />}
        {!all && !trouble && (
          <p class="quiet loading" role="status">
            {texts.loading}
          </p>
        )}
        {all && (
          <>
            <p class="staff-head">
              <span>{plural(lang, all.items.length, texts.count)}</span>
              <button type="button" class="button primary" onClick={() => show({ form: null })}>
                {texts.add}
              </button>
            </p>
            <table class="switches">
              <caption class="unseen">{texts.title}</caption>
              <ColumnHeads of={COLUMNS} words={texts.columns} />
              <tbody>
                {all.items.map((member) => (
                  <MemberRow
                    key={member.id}
                    member={member}
                    roles={all.roles}
                    change={() => show({ form: member })}
                    more={() => show({ deeds: member })}
                  />
                ))}
              </tbody>
            </table>
            {staff.refused && !open && (
              <p class="error" role="alert">
                {staff.refused.message}
              </p>
            )}
            <DelegationList members={all.items} roles={all.roles} tell={setDone} />
            <RoleList roles={all.roles} staff={staff} tell={setDone} />
          </>
        )}
      </section>
      {open && 'form' in open && (
        <MemberForm
          of={open.form}
          others={all?.items ?? []}
          roles={all?.roles ?? []}
          staff={staff}
          send={(facts) => void save(open.form, facts)}
          closed={close}
        />
      )}
      {open && 'deeds' in open && (
        <DeedsDialog of={open.deeds} staff={staff} act={(deed) => void act(open.deeds, deed)} closed={close} />
      )}
      {open && 'secret' in open && <SecretDialog told={open.secret} closed={close} />}
    </>
  );
};
