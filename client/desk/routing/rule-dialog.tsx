import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Field } from '#client/views/forms/field.tsx';
import { Select } from '#client/views/forms/select.tsx';
import { TextArea } from '#client/views/forms/text-area.tsx';
import type { TypedRule } from '#shared/contract/routing.ts';
import { CHANNELS, type Channel } from '#shared/domain/appeal.ts';
import { fill } from '#shared/texts/fill.ts';
import { useDesk } from '../desk-context.ts';
import { FormDialog } from '../form/form-dialog.tsx';
import { type Rule, topicGroups, typedWords } from './rule-words.ts';
import type { Routing } from './use-routing.ts';

type Typed = Readonly<Record<'name' | 'categoryCode' | 'districtCode' | 'channel' | 'words' | 'departmentId', string>>;
const typedOf = (rule: Rule | null): Typed => ({
  name: rule?.name ?? '',
  categoryCode: rule?.categoryCode ?? '',
  districtCode: rule?.districtCode ?? '',
  channel: rule?.channel ?? '',
  words: rule?.words.join('\n') ?? '',
  departmentId: rule?.departmentId ?? '',
});
const asRule = ({ categoryCode, districtCode, channel, words, ...rest }: Typed): TypedRule => ({
  ...rest,
  categoryCode: categoryCode || null,
  districtCode: districtCode || null,
  channel: CHANNELS.find((each): each is Channel => each === channel) ?? null,
  words: typedWords(words),
});
const MOST_SHOWN_OF_WORD = 40;

/** The form of a rule: a new one's, or of one that is there. What is saved is a draft. */
export const RuleDialog = ({
  of,
  routing: { isSending, refused },
  send,
  closed,
}: {
  of: Rule | null;
  routing: Routing;
  send: (rule: TypedRule) => void;
  closed: () => void;
}): JSX.Element => {
  const { lang, words, catalogue } = useDesk();
  const { routing, common, desk } = words;
  const { form: texts } = routing;
  const [typed, setTyped] = useState<Typed>(() => typedOf(of));
  const errors = refused?.fields ?? {};
  const rule = asRule(typed);
  const wrongWords = rule.words.flatMap((word, i) => {
    const why = errors[`rule.words.${i}`];
    if (!why) return [];
    const shown = word.slice(0, MOST_SHOWN_OF_WORD);
    return [fill(texts.wrongWord, { word: shown, why: /[\p{L}\p{N}]/u.test(word) ? why : texts.noLetters })];
  });
  const field = (name: keyof Typed) => ({ name, value: typed[name], error: errors[`rule.${name}`] });
  const free = { optional: common.optional };
  return (
    <FormDialog
      title={of ? fill(routing.changeThis, { name: of.name }) : texts.add}
      closed={closed}
      sending={{ isSending, refused }}
      texts={texts}
      onInput={({ target }) => {
        if (
          target instanceof HTMLInputElement ||
          target instanceof HTMLSelectElement ||
          target instanceof HTMLTextAreaElement
        ) {
          const { name, value } = target;
          setTyped((now) => ({ ...now, [name]: value }));
        }
      }}
      send={() => send(rule)}
    >
      <p class="hint">{of?.isOn ? texts.draftAgain : texts.lead}</p>
      <Field {...field('name')} label={texts.name} hint={texts.nameHint} autocomplete="off" />
      <Select
        {...field('categoryCode')}
        {...free}
        label={texts.category}
        prompt={texts.anyCategory}
        groups={topicGroups(catalogue.categories, lang, texts.whole)}
      />
      <Select
        {...field('districtCode')}
        {...free}
        label={texts.district}
        prompt={texts.anyDistrict}
        groups={[{ options: catalogue.districts.map((one) => ({ value: one.code, label: one[lang] })) }]}
      />
      <Select
        {...field('channel')}
        {...free}
        label={texts.channel}
        prompt={texts.anyChannel}
        groups={[{ options: CHANNELS.map((value) => ({ value, label: desk.channels[value] })) }]}
      />
      <TextArea
        {...field('words')}
        {...free}
        label={texts.words}
        hint={texts.wordsHint}
        rows={4}
        error={wrongWords.join(' ') || errors['rule.words']}
      />
      <Select
        {...field('departmentId')}
        label={texts.department}
        prompt={texts.departmentPrompt}
        groups={[{ options: catalogue.departments.map((unit) => ({ value: unit.id, label: unit[lang] })) }]}
      />
    </FormDialog>
  );
};
