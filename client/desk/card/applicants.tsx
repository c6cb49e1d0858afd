import type { JSX } from 'preact';
import type { CaseCard } from '#shared/contract/register.ts';
import { spacedPhone } from '#shared/domain/phone.ts';
import { useDesk } from '../desk-context.ts';
import { Fact, Part } from './part.tsx';

type Applicant = CaseCard['applicants'][number];

const Phone = ({ phone, isPhoneVerified }: Pick<Applicant, 'isPhoneVerified'> & { phone: string }): JSX.Element => {
  const { card } = useDesk().words.desk;
  return (
    <>
      <a href={`tel:${phone}`}>{spacedPhone(phone)}</a>{' '}
      <span class="muted">{isPhoneVerified ? card.phoneVerified : card.phoneNotVerified}</span>
    </>
  );
};

/** Who appeals and how to reach them: personal data, for whoever handles the case. */
export const Applicants = ({ applicants }: Pick<CaseCard, 'applicants'>): JSX.Element => {
  const { card: texts } = useDesk().words.desk;
  return (
    <Part title={texts.applicant}>
      {applicants.map((applicant) => {
        const { name, residence, phone, isPhoneVerified, wantsSms, email, landline, postal, replyBy } = applicant;
        const smsWords = isPhoneVerified ? texts.smsYes : texts.smsUnverified;
        return (
          <dl class="facts" key={name}>
            <div class="name">
              <dt class="unseen">{texts.applicant}</dt>
              <dd>{name}</dd>
            </div>
            <Fact name={texts.residence}>{residence}</Fact>
            <Fact name={texts.phone}>{phone && <Phone phone={phone} isPhoneVerified={isPhoneVerified} />}</Fact>
            <Fact name={texts.landline}>{landline}</Fact>
            <Fact name={texts.email}>{email && <a href={`mailto:${email}`}>{email}</a>}</Fact>
            <Fact name={texts.postal}>{postal}</Fact>
            <Fact name={texts.replyBy}>{texts.replyWays[replyBy]}</Fact>
            <Fact name={texts.sms}>{phone && (wantsSms ? smsWords : texts.smsNo)}</Fact>
          </dl>
        );
      })}
    </Part>
  );
};
