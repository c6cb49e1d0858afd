import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Select } from '#client/views/forms/select.tsx';
import { type RuleTrial, tryRule } from '#shared/contract/routing.ts';
import { fill } from '#shared/texts/fill.ts';
import { useDesk } from '../desk-context.ts';
import { Dialog } from '../dialog.tsx';
import { Refused } from '../form/refused.tsx';
import { type Trouble, troubleOf } from '../form/trouble.ts';
import { Retry } from '../retry.tsx';
import type { Rule } from './rule-words.ts';
import { TrialResult } from './trial-result.tsx';
import type { Routing } from './use-routing.ts';

const DAYS = ['30', '90', '365'] as const;
const USUAL = '90';

/** Tries a rule on past cases; a draft can be switched on once that was seen. */
export const TrialDialog = ({
  rule,
  version,
  routing: { isSending, refused },
  confirm,
  closed,
}: {
  rule: Rule;
  /** Of the rules: where they changed, the rule is tried again. */
  version: number;
  routing: Routing;
  confirm: () => void;
  closed: () => void;
}): JSX.Element => {
  const { ask, words } = useDesk();
  const { routing } = words;
  const { trial: texts } = routing;
  const { offline } = words.desk.trouble;
  const [days, setDays] = useState<string>(USUAL);
  const [trial, setTrial] = useState<RuleTrial | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    let isLeft = false;
    setTrial(null);
    setTrouble(null);
    const { id, isOn: _, ...typed } = rule;
    ask(tryRule, { body: { id, rule: typed, days: Number(days) } })
      .then((found) => !isLeft && setTrial(found))
      .catch((error) => !isLeft && setTrouble(troubleOf(error, offline)));
    return () => {
      isLeft = true;
    };
  }, [days, version, round]);
  return (
    <Dialog title={fill(texts.title, { name: rule.name })} closed={closed} isWide>
      <div
        class="trial-days"
        onInput={({ target }) => target instanceof HTMLSelectElement && setDays(target.value || USUAL)}
      >
        <Select
          name="trial-days"
          label={texts.days}
          prompt={texts.dayChoices[USUAL]}
          groups={[
            {
              options: DAYS.filter((each) => each !== USUAL).map((each) => ({
                value: each,
                label: texts.dayChoices[each],
              })),
            },
          ]}
          value={days === USUAL ? '' : days}
        />
      </div>
      {trouble && <Retry words={trouble.message} again={() => setRound((now) => now + 1)} />}
      {!trial && !trouble && (
        <p class="loading" role="status">
          {texts.loading}
        </p>
      )}
      {trial && <TrialResult rule={rule} trial={trial} />}
      <Refused by={refused} />
      <p class="actions">
        {!rule.isOn && trial && (
          <button type="button" class="button primary" aria-busy={isSending} onClick={confirm}>
            {isSending ? texts.confirming : texts.confirm}
          </button>
        )}
        <button type="button" class="button secondary" onClick={closed}>
          {texts.close}
        </button>
      </p>
    </Dialog>
  );
};
