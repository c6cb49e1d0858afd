import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '#client/views/icon.tsx';
import { type Call, settleCall } from '#shared/contract/post.ts';
import type { CaseCard } from '#shared/contract/register.ts';
import { spacedPhone } from '#shared/domain/phone.ts';
import { CALL_OUTCOMES, type CallOutcome } from '#shared/domain/postal.ts';
import { spacedNumber } from '#shared/texts/codes.ts';
import { momentInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import { RevealForm } from '../card/reveal-form.tsx';
import { districtName } from '../case-words.ts';
import { useDesk } from '../desk-context.ts';
import { Refused } from '../form/refused.tsx';
import { useSending } from '../form/use-sending.ts';
import { Link } from '../link.tsx';

/** The numbers of the people of a case, after a reveal. */
const Phones = ({ applicants }: { applicants: CaseCard['applicants'] }): JSX.Element => {
  const { calls: texts } = useDesk().words.post;
  const known = applicants.filter(({ phone, landline }) => phone || landline);
  const place = useRef<HTMLDivElement>(null);
  // The form that showed them is gone, and the focus with it.
  useLayoutEffect(() => place.current?.focus(), []);
  if (known.length === 0)
    return (
      <div ref={place} tabIndex={-1}>
        {texts.noPhone}
      </div>
    );
  return (
    <div ref={place} tabIndex={-1}>
      <ul class="phones" aria-label={texts.phone}>
        {known.map(({ name, role, phone, landline }) => (
          <li key={`${role} ${name}`}>
            {name}: {phone && <a href={`tel:${phone}`}>{spacedPhone(phone)}</a>} {landline}
          </li>
        ))}
      </ul>
    </div>
  );
};

/** One answer to be told: whose, what to say, the number once it is revealed, and how the call ended. */
export const CallItem = ({
  call,
  settled,
}: {
  call: Call;
  settled: (call: Call, outcome: CallOutcome) => void;
}): JSX.Element => {
  const { lang, words, ask, catalogue } = useDesk();
  const { calls: texts } = words.post;
  const { send, isSending, refused } = useSending();
  const [people, setPeople] = useState<CaseCard['applicants'] | null>(null);
  const number = spacedNumber(call.number);
  const district = districtName(lang, catalogue.districts, call.districtCode);
  const end = async (outcome: CallOutcome): Promise<void> => {
    const changed = await send(() => ask(settleCall, { params: { id: call.id }, body: { outcome } }));
    if (changed) settled(changed, outcome);
  };
  return (
    <li class="waiting" aria-labelledby={`call-${call.id}`}>
      <div class="waiting-head">
        <h3 id={`call-${call.id}`}>
          {number} <span class="muted">{[call.name, district].filter(Boolean).join(', ')}</span>
        </h3>
        <span class={`state ${call.answer.result}`}>
          <Icon of={call.answer.result} />
          {words.cases.results[call.answer.result]}
        </span>
      </div>
      {call.isOral && <p class="muted">{texts.oral}</p>}
      {call.lastTriedAt && (
        <p class="muted">
          {fill(texts.tries, { n: call.tries, at: momentInFull(lang, call.lastTriedAt) })}.{' '}
          {fill(texts.next, { at: momentInFull(lang, call.nextAt) })}
        </p>
      )}
      <h4>{texts.say}</h4>
      <div class="words">{call.answer.text}</div>
      {people ? <Phones applicants={people} /> : <RevealForm caseId={call.caseId} why={texts.why} shown={setPeople} />}
      <Refused by={refused} />
      <fieldset class="actions call-ends">
        <legend class="unseen">{fill(texts.ended, { number })}</legend>
        {CALL_OUTCOMES.map((outcome) => (
          <button
            key={outcome}
            type="button"
            class={outcome === 'told' ? 'button primary' : 'button secondary'}
            aria-busy={isSending}
            onClick={() => void end(outcome)}
          >
            {texts.outcomes[outcome]}
          </button>
        ))}
        <Link
          class="button quiet"
          to={{ page: 'cases', view: 'answered', filters: {}, caseId: call.caseId }}
          aria-label={fill(texts.openThis, { number })}
        >
          {texts.open}
        </Link>
      </fieldset>
    </li>
  );
};
