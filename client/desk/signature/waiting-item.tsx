import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { RadioGroup } from '#client/views/forms/radio-group.tsx';
import { Icon } from '#client/views/icon.tsx';
import type { WaitingAnswer } from '#shared/contract/signature.ts';
import type { ReasonCode } from '#shared/domain/appeal.ts';
import { spacedNumber } from '#shared/texts/codes.ts';
import { fill } from '#shared/texts/fill.ts';
import { categoryName, departmentName } from '../case-words.ts';
import { useDesk } from '../desk-context.ts';
import { Link } from '../link.tsx';
import { DueMark } from '../list/due-mark.tsx';
import { REASONS } from '../moves/moves.ts';
import { SCANS } from './kept-words.ts';
import { SignedFileField } from './signed-file-field.tsx';
import type { Outcome, Signing } from './use-signing.ts';

/** Sends an answer back to who drafted it, with the reason. */
const GiveBack = ({
  answer,
  giveBack,
  keep,
}: {
  answer: WaitingAnswer;
  giveBack: Signing['giveBack'];
  keep: () => void;
}): JSX.Element => {
  const { moves, signing } = useDesk().words;
  const { one } = signing;
  const [reason, choose] = useState('');
  const [isWrong, setWrong] = useState(false);
  const name = `reason-${answer.id}`;
  return (
    <form
      class="give-back"
      noValidate
      onInput={({ target }) => target instanceof HTMLInputElement && choose(target.value)}
      onSubmit={(event) => {
        event.preventDefault();
        setWrong(!reason);
        if (reason) giveBack(answer, reason as ReasonCode);
      }}
    >
      <RadioGroup
        name={name}
        label={one.why}
        choices={(REASONS.rework ?? []).map((value) => ({ value, label: moves.reasons[value] }))}
        value={reason}
        error={isWrong ? one.whyFirst : undefined}
      />
      <p class="actions">
        <button type="submit" class="button primary">
          {one.sendBack}
        </button>
        <button type="button" class="button quiet" onClick={keep}>
          {one.keep}
        </button>
      </p>
    </form>
  );
};
/** The words of the answer and what can be done with this one alone. */
const Inside = ({ answer, signing }: { answer: WaitingAnswer; signing: Signing }): JSX.Element => {
  const { words, me } = useDesk();
  const { one } = words.signing;
  const { id } = answer;
  const { text, appealRoute, draftedBy } = answer.answer;
  const [isBack, setBack] = useState(false);
  const number = spacedNumber(answer.number);
  return (
    <>
      <div class="words">{text}</div>
      {appealRoute && (
        <>
          <h4>{one.appealRoute}</h4>
          <div class="words">{appealRoute}</div>
        </>
      )}
      {draftedBy && <p class="muted">{fill(one.draftedBy, { name: draftedBy })}</p>}
      <p class="actions">
        <a
          class="button secondary"
          href={`/api/v1/register/${id}/letter-to-sign.pdf`}
          download
          aria-label={fill(one.letterThis, { number })}
        >
          {one.letter}
        </a>
        <Link
          class="button secondary"
          to={{ page: 'cases', caseId: id, view: 'for_signature' }}
          aria-label={fill(one.openThis, { number })}
        >
          {one.open}
        </Link>
        {!isBack && me.permissions.includes('case.control') && (
          <button
            type="button"
            class="button secondary"
            aria-label={fill(one.backThis, { number })}
            onClick={() => setBack(true)}
          >
            {one.back}
          </button>
        )}
      </p>
      {isBack && <GiveBack answer={answer} giveBack={signing.giveBack} keep={() => setBack(false)} />}
      <SignedFileField
        caseId={id}
        name={`scan-${id}`}
        label={fill(one.scan, { number })}
        accept={SCANS}
        kept={(file) => signing.kept(id, file)}
      />
    </>
  );
};

/** One answer of the folder: what it is about, when it is due, its words, and what became of it. */
export const WaitingItem = ({
  answer,
  signing,
  outcome,
  isChosen,
  choose,
}: {
  answer: WaitingAnswer;
  signing: Signing;
  outcome: Outcome | undefined;
  isChosen: boolean;
  choose: (isChosen: boolean) => void;
}): JSX.Element => {
  const { lang, words, catalogue } = useDesk();
  const { one } = words.signing;
  const { id, answer: drafted } = answer;
  const number = spacedNumber(answer.number);
  const department = departmentName(lang, catalogue.departments, answer.department);
  const isGone = outcome?.state === 'signed' || outcome?.state === 'returned';
  return (
    <li class={`waiting ${outcome?.state ?? ''}`} aria-labelledby={`waiting-${id}`}>
      <div class="waiting-head">
        {!isGone && (
          <input
            type="checkbox"
            checked={isChosen}
            aria-label={fill(one.choose, { number })}
            onChange={({ currentTarget }) => choose(currentTarget.checked)}
          />
        )}
        <h3 id={`waiting-${id}`}>{number}</h3>
        <DueMark dueOn={answer.dueOn} />
        <span class={`state ${drafted.result}`}>
          <Icon of={drafted.result} />
          {words.cases.results[drafted.result]}
        </span>
      </div>
      <p>{categoryName(lang, catalogue.categories, answer.categoryCode)}</p>
      {department && <p class="muted">{fill(one.executor, { name: department })}</p>}
      {outcome && (
        <p class={outcome.state === 'failed' ? 'error' : 'outcome'} role="status">
          {outcome.words}
        </p>
      )}
      {!isGone && (
        <details>
          <summary>{one.read}</summary>
          <Inside answer={answer} signing={signing} />
        </details>
      )}
    </li>
  );
};
