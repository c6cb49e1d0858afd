import type { JSX } from 'preact';
import type { StaffMember, StaffRole } from '#shared/contract/staff.ts';
import { momentInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import { plural } from '#shared/texts/plural.ts';
import { useDesk } from '../desk-context.ts';

/** What a member of staff can do at the moment: nothing, change a one-time password, or work. */
const Access = ({ member }: { member: StaffMember }): JSX.Element => {
  const { lang, words } = useDesk();
  const { staff: texts } = words.admin;
  const { isLocked, oneTimeUntil, hasTotp, sessions } = member;
  const more = [hasTotp && texts.hasTotp, sessions > 0 && plural(lang, sessions, texts.sessions)].filter(Boolean);
  return (
    <>
      {isLocked ? (
        <span class="shown-state hidden">{texts.states.locked}</span>
      ) : oneTimeUntil ? (
        fill(texts.states.oneTime, { until: momentInFull(lang, oneTimeUntil) })
      ) : (
        <span class="shown-state">{texts.states.open}</span>
      )}
      {more.length > 0 && <span class="muted">{more.join(', ')}</span>}
    </>
  );
};

/** One account: who it is, what they may do, and the ways to change that. */
export const MemberRow = ({
  member,
  roles,
  change,
  more,
}: {
  member: StaffMember;
  roles: readonly StaffRole[];
  change: () => void;
  more: () => void;
}): JSX.Element => {
  const { lang, words, catalogue } = useDesk();
  const { staff: texts } = words.admin;
  const { name, post, login, departmentId, isOneself } = member;
  const unit = catalogue.departments.find(({ id }) => id === departmentId);
  return (
    <tr>
      <th scope="row">
        {name}
        <span class="muted">{isOneself ? `${post}, ${texts.oneself}` : post}</span>
      </th>
      <td>{login}</td>
      <td>{unit ? unit[lang] : <span class="muted">{texts.noDepartment}</span>}</td>
      <td>{member.roles.map((role) => roles.find(({ id }) => id === role)?.name ?? role).join(', ')}</td>
      <td>
        <Access member={member} />
      </td>
      <td class="deeds">
        <button type="button" class="button secondary" aria-label={fill(texts.changeThis, { name })} onClick={change}>
          {texts.change}
        </button>
        <button type="button" class="button secondary" aria-label={fill(texts.moreThis, { name })} onClick={more}>
          {texts.more}
        </button>
      </td>
    </tr>
  );
};
