import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { CaseCard } from '#shared/contract/register.ts';
import { spacedPhone } from '#shared/domain/phone.ts';
import { plural } from '#shared/texts/plural.ts';
import { useDesk } from '../desk-context.ts';
import { Fact, Part } from './part.tsx';
import { RevealForm } from './reveal-form.tsx';
import { TextsSwitch } from './texts-switch.tsx';

type Applicant = CaseCard['applicants'][number];

const Phone = ({ phone, isMasked, says }: { phone: string; isMasked: boolean; says: string }): JSX.Element => (
  <>
    {isMasked ? phone : <a href={`tel:${phone}`}>{spacedPhone(phone)}</a>} <span class="muted">{says}</span>
  </>
);

/** One of those who brought the case. `isAlone`: there is nobody to be told from by a role. */
const Person = ({
  applicant,
  isAlone,
  textsSwitch,
}: {
  applicant: Applicant;
  isAlone: boolean;
  /** What turns their texts off and on, for who may. */
  textsSwitch: JSX.Element | false;
}): JSX.Element => {
  const { card: texts } = useDesk().words.desk;
  const { name, role, joined, basis, residence, phone, isPhoneVerified, wantsSms, helperPhone } = applicant;
  const { email, landline, postal, replyBy, benefit, isMasked } = applicant;
  const smsWords = isPhoneVerified ? texts.smsYes : texts.smsUnverified;
  const roles = [!isAlone && texts.roles[role], joined && texts.joined].filter(Boolean).join(', ');
  return (
    <dl class="facts">
      <div class="name">
        <dt class="unseen">{texts.roles[role]}</dt>
        <dd>
          {name} {roles && <span class="muted role">{roles}</span>}
        </dd>
      </div>
      <Fact name={texts.basis}>{basis}</Fact>
      <Fact name={texts.benefit}>{benefit && texts.benefits[benefit]}</Fact>
      <Fact name={texts.residence}>{residence}</Fact>
      <Fact name={texts.phone}>
        {phone && (
          <Phone {...{ phone, isMasked }} says={isPhoneVerified ? texts.phoneVerified : texts.phoneNotVerified} />
        )}
      </Fact>
      <Fact name={texts.landline}>{landline}</Fact>
      <Fact name={texts.email}>{email && (isMasked ? email : <a href={`mailto:${email}`}>{email}</a>)}</Fact>
      <Fact name={texts.postal}>{postal}</Fact>
      <Fact name={texts.helperPhone}>
        {helperPhone && <Phone phone={helperPhone} {...{ isMasked }} says={texts.helperSays} />}
      </Fact>
      <Fact name={texts.replyBy}>{texts.replyWays[replyBy]}</Fact>
      <Fact name={texts.sms}>
        {phone && (
          <>
            {wantsSms ? smsWords : texts.smsNo} {textsSwitch}
          </>
        )}
      </Fact>
    </dl>
  );
};

/** Who appeals, by what right, and how to reach them: personal data, masked for whoever does not handle the case. */
export const Applicants = ({ card, arrived }: { card: CaseCard; arrived: (card: CaseCard) => void }): JSX.Element => {
  const { lang, words } = useDesk();
  const { card: texts } = words.desk;
  const [revealed, setRevealed] = useState<CaseCard['applicants'] | null>(null);
  const applicants = revealed ?? card.applicants;
  const isMasked = applicants.some((applicant) => applicant.isMasked);
  const isAlone = applicants.length === 1;
  const more = card.applicantsInAll - applicants.length;
  return (
    <Part title={isAlone ? texts.applicant : texts.applicants}>
      {applicants.map((applicant) => (
        <Person
          key={applicant.id}
          applicant={applicant}
          isAlone={isAlone}
          textsSwitch={
            card.may.switchTexts &&
            !applicant.isMasked && <TextsSwitch caseId={card.id} applicant={applicant} arrived={arrived} />
          }
        />
      ))}
      {more > 0 && <p class="muted">{plural(lang, more, texts.joinedMore)}</p>}
      {isMasked && card.may.revealApplicants && <RevealForm caseId={card.id} shown={setRevealed} />}
    </Part>
  );
};
