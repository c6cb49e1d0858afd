import type { JSX } from 'preact';
import type { CaseCard } from '#shared/contract/register.ts';
import { spacedPhone } from '#shared/domain/phone.ts';
import { useDesk } from '../desk-context.ts';
import { Fact, Part } from './part.tsx';

type Applicant = CaseCard['applicants'][number];

const Phone = ({ phone, says }: { phone: string; says: string }): JSX.Element => (
  <>
    <a href={`tel:${phone}`}>{spacedPhone(phone)}</a> <span class="muted">{says}</span>
  </>
);

/** One of those who brought the case. `isAlone`: there is nobody to be told from by a role. */
const Person = ({ applicant, isAlone }: { applicant: Applicant; isAlone: boolean }): JSX.Element => {
  const { card: texts } = useDesk().words.desk;
  const { name, role, joined, basis, residence, phone, isPhoneVerified, wantsSms, helperPhone } = applicant;
  const { email, landline, postal, replyBy, benefit } = applicant;
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
        {phone && <Phone phone={phone} says={isPhoneVerified ? texts.phoneVerified : texts.phoneNotVerified} />}
      </Fact>
      <Fact name={texts.landline}>{landline}</Fact>
      <Fact name={texts.email}>{email && <a href={`mailto:${email}`}>{email}</a>}</Fact>
      <Fact name={texts.postal}>{postal}</Fact>
      <Fact name={texts.helperPhone}>{helperPhone && <Phone phone={helperPhone} says={texts.helperSays} />}</Fact>
      <Fact name={texts.replyBy}>{texts.replyWays[replyBy]}</Fact>
      <Fact name={texts.sms}>{phone && (wantsSms ? smsWords : texts.smsNo)}</Fact>
    </dl>
  );
};

/** Who appeals, by what right, and how to reach them: personal data, for whoever handles the case. */
export const Applicants = ({ applicants }: Pick<CaseCard, 'applicants'>): JSX.Element => {
  const { card: texts } = useDesk().words.desk;
  const isAlone = applicants.length === 1;
  return (
    <Part title={isAlone ? texts.applicant : texts.applicants}>
      {applicants.map((applicant, i) => (
        <Person key={`${i} ${applicant.name}`} applicant={applicant} isAlone={isAlone} />
      ))}
    </Part>
  );
};
