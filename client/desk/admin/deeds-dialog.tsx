import type { JSX } from 'preact';
import { STAFF_DEEDS, type StaffDeed, type StaffMember } from '#shared/contract/staff.ts';
import { momentInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import { useDesk } from '../desk-context.ts';
import { Dialog } from '../dialog.tsx';
import { Refused } from '../form/refused.tsx';
import type { Staff, ToldMember } from './use-staff.ts';

/** True for what there is to do to this account: nobody is locked twice. */
const applies = (deed: StaffDeed, { isLocked, hasTotp }: StaffMember): boolean =>
  ({ lock: !isLocked, unlock: isLocked, 'reset-password': true, 'reset-totp': hasTotp, 'sign-out': !isLocked })[deed];

/** What else can be done to an account, each with what comes of it. */
export const DeedsDialog = ({
  of,
  staff: { refused, isSending },
  act,
  closed,
}: {
  of: StaffMember;
  staff: Staff;
  act: (deed: StaffDeed) => void;
  closed: () => void;
}): JSX.Element => {
  const { words } = useDesk();
  const { staff: texts } = words.admin;
  return (
    <Dialog title={fill(texts.moreThis, { name: of.name })} closed={closed}>
      <Refused by={refused} />
      <ul class="staff-deeds">
        {STAFF_DEEDS.filter((deed) => applies(deed, of)).map((deed) => (
          <li key={deed}>
            <button
              type="button"
              class={deed === 'lock' ? 'button primary danger' : 'button secondary'}
              aria-describedby={`says-${deed}`}
              aria-busy={isSending}
              onClick={() => act(deed)}
            >
              {texts.deeds[deed]}
            </button>
            <p id={`says-${deed}`}>{texts.sure[deed]}</p>
          </li>
        ))}
      </ul>
      <p class="actions">
        <button type="button" class="button secondary" onClick={closed}>
          {texts.form.cancel}
        </button>
      </p>
    </Dialog>
  );
};

/** The one-time password, shown once. */
export const SecretDialog = ({
  told: { member, password },
  closed,
}: {
  told: ToldMember;
  closed: () => void;
}): JSX.Element => {
  const { lang, words } = useDesk();
  const { secret: texts } = words.admin.staff;
  const { name, login, oneTimeUntil } = member;
  const until = oneTimeUntil ? momentInFull(lang, oneTimeUntil) : '';
  return (
    <Dialog title={texts.title} closed={closed}>
      <p>{fill(texts.says, { name, login, until })}</p>
      <p class="one-time">
        <code>{password}</code>
      </p>
      <p class="actions">
        <button type="button" class="button primary" onClick={closed}>
          {texts.close}
        </button>
      </p>
    </Dialog>
  );
};
