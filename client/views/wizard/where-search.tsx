import type { JSX } from 'preact';
import { Field } from '#client/views/forms/field.tsx';
import { describedBy, fieldId, HintAndError } from '#client/views/forms/parts.tsx';
import { SubmitButton } from '#client/views/forms/submit-button.tsx';
import { Island } from '#client/views/island.tsx';
import { fill } from '#shared/texts/fill.ts';
import type { Lang } from '#shared/texts/plural.ts';
import type { WizardWhereTexts } from '#shared/texts/uk/wizard-where.ts';
import type { FieldAt } from './field-at.ts';

/** Longer queries are cut where they are looked for, too. */
const LONGEST = 120;
/** A place that was found, as a choice. */
interface Found {
  value: string;
  label: string;
  hint: string;
}
/** The search for an address; `found` is null before anything was looked for. */
export interface WhereSearchProps {
  at: FieldAt;
  found: { items: readonly Found[]; hasMore: boolean } | null;
  /** Names of districts by their codes, for what scripts find. */
  districts: Readonly<Record<string, string>>;
  /** Whom to name for the gazetteer, where that is owed. */
  credit: string | null;
  lang: Lang;
  texts: WizardWhereTexts;
  next: string;
}

const FoundList = ({ at, found, texts, next }: WhereSearchProps): JSX.Element | null => {
  if (!found) return null;
  const chosen = at('ui.found');
  const field = { name: 'ui.found', label: texts.found, hint: texts.foundHint, error: chosen.error };
  if (found.items.length === 0)
    return (
      <p class="callout" id="nothing" tabIndex={-1}>
        {fill(texts.nothing, { q: (at('ui.q').value ?? '').slice(0, LONGEST) })}
      </p>
    );
  return (
    <fieldset
      class={field.error ? 'field wrong' : 'field'}
      id="found"
      tabIndex={-1}
      aria-describedby={describedBy(field)}
    >
      <legend>{texts.found}</legend>
      <HintAndError {...field} />
      {found.items.map(({ value, label, hint }, i) => {
        const id = i === 0 ? fieldId('ui.found') : `found-${i}`;
        return (
          <div class="choice" key={value}>
            <input
              type="radio"
              id={id}
              name="ui.found"
              value={value}
              checked={value === chosen.value}
              aria-describedby={`${id}-says`}
            />
            <label for={id}>{label}</label>
            <p class="hint" id={`${id}-says`}>
              {hint}
            </p>
          </div>
        );
      })}
      {found.hasMore && (
        <p>
          <SubmitButton kind="quiet" name="ui.do" value="more">
            {texts.more}
          </SubmitButton>
        </p>
      )}
      <SubmitButton name="ui.do" value="choose">
        {next}
      </SubmitButton>
    </fieldset>
  );
};

/** The first screen of «where»: an address to look for, what was found, and the other ways of saying where. */
export const WhereSearch = (props: WhereSearchProps): JSX.Element => {
  const { at, found, districts, credit, lang, texts, next } = props;
  const hasFound = found !== null && found.items.length > 0;
  return (
    <>
      <input type="hidden" name="ui.way" value="search" />
      <Island
        name="address-search"
        props={{
          fieldId: fieldId('ui.q'),
          lang,
          districts,
          formerly: texts.formerly,
          wholeDistrict: texts.wholeDistrict,
          options: texts.options,
          noOptions: texts.noOptions,
          next,
        }}
      >
        <Field
          {...at('ui.q')}
          label={texts.q}
          hint={texts.qHint}
          inputMode="search"
          autocomplete="off"
          enterKeyHint="search"
          maxLength={LONGEST}
        />
        <SubmitButton name="ui.do" value="find" kind={hasFound ? 'secondary' : 'primary'}>
          {texts.find}
        </SubmitButton>
      </Island>
      <FoundList {...props} />
      {credit && <p class="hint">{credit}</p>}
      <section class="other-ways" aria-labelledby="other-ways">
        <h2 id="other-ways">{texts.other}</h2>
        <Island name="find-me" props={texts.here} />
        {(['pin', 'words', 'nowhere'] as const).map((way) => (
          <SubmitButton key={way} kind="secondary" name="ui.do" value={way}>
            {texts.ways[way]}
          </SubmitButton>
        ))}
      </section>
    </>
  );
};
