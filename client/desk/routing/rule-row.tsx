import type { JSX } from 'preact';
import { fill } from '#shared/texts/fill.ts';
import { useDesk } from '../desk-context.ts';
import { conditionWords, type Rule, unitName } from './rule-words.ts';

/** What can be done to a rule from its line. */
export type RuleDeed = 'up' | 'down' | 'change' | 'try' | 'off' | 'remove';

/** One rule of the list, in its place of the order. */
export const RuleRow = ({
  rule,
  place,
  last,
  wish,
}: {
  rule: Rule;
  /** From 1. */
  place: number;
  last: number;
  wish: (deed: RuleDeed) => void;
}): JSX.Element => {
  const desk = useDesk();
  const { routing: texts } = desk.words;
  const { id, name, isOn } = rule;
  const move = (deed: 'up' | 'down', isPossible: boolean, sign: string): JSX.Element => (
    <button
      type="button"
      class="button secondary"
      data-rule={`${id} ${deed}`}
      aria-label={fill(texts[`${deed}This`], { name })}
      title={texts[deed]}
      disabled={!isPossible}
      onClick={() => wish(deed)}
    >
      {sign}
    </button>
  );
  const deed = (of: Exclude<RuleDeed, 'up' | 'down'>, words: string, whole: string): JSX.Element => (
    <button type="button" class="link" aria-label={fill(whole, { name })} onClick={() => wish(of)}>
      {words}
    </button>
  );
  return (
    <tr class={isOn ? 'on' : 'draft'}>
      <td class="place">
        <span>{place}</span>
        {move('up', place > 1, '↑')}
        {move('down', place < last, '↓')}
      </td>
      <th scope="row">{name}</th>
      <td>{conditionWords(rule, desk)}</td>
      <td>{unitName(desk, rule.departmentId)}</td>
      <td>
        <span class={`rule-state ${isOn ? 'on' : 'draft'}`}>{isOn ? texts.states.on : texts.states.draft}</span>
      </td>
      <td class="rule-deeds">
        {isOn ? deed('try', texts.try, texts.tryThis) : deed('try', texts.tryDraft, texts.tryDraftThis)}
        {isOn && deed('off', texts.off, texts.offThis)}
        {deed('change', texts.change, texts.changeThis)}
        {deed('remove', texts.remove, texts.removeThis)}
      </td>
    </tr>
  );
};
