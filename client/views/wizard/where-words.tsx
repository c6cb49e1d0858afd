import type { JSX } from 'preact';
import { Select } from '#client/views/forms/select.tsx';
import { TextArea } from '#client/views/forms/text-area.tsx';
import type { WizardWhereTexts } from '#shared/texts/uk/wizard-where.ts';
import type { FieldAt } from './field-at.ts';

/** The place in words, and the district where it is known. */
export const WhereWords = ({
  at,
  districts,
  texts,
  optional,
}: {
  at: FieldAt;
  districts: readonly { value: string; label: string }[];
  texts: WizardWhereTexts['words'];
  optional: string;
}): JSX.Element => (
  <>
    <input type="hidden" name="ui.way" value="words" />
    <TextArea {...at('place.description')} label={texts.description} hint={texts.descriptionHint} rows={4} />
    <Select
      {...at('place.districtCode')}
      label={texts.district}
      groups={[{ options: districts }]}
      prompt={texts.anyDistrict}
      optional={optional}
    />
    <p class="hint">{texts.coarse}</p>
  </>
);
