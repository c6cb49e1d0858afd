import type { JSX } from 'preact';
import { Refusal } from '#client/platform/api.ts';
import { Checkbox } from '#client/views/forms/checkbox.tsx';
import { Field } from '#client/views/forms/field.tsx';
import { RadioGroup } from '#client/views/forms/radio-group.tsx';
import { Select } from '#client/views/forms/select.tsx';
import {
  changePetitionCharter,
  type NewCharterEdition,
  type PetitionCharterEditions,
} from '#shared/contract/petition-charter.ts';
import { SIGNER_SCOPES, SIGNING_METHODS } from '#shared/domain/petition.ts';
import { PETITION_PRESETS, type PetitionPreset } from '#shared/domain/petition-presets.ts';
import { fill } from '#shared/texts/fill.ts';
import { spacedCount } from '#shared/texts/plural.ts';
import { useDesk } from '../desk-context.ts';
import { DeskForm } from '../form/desk-form.tsx';
import type { Values } from '../form/drafts.ts';
import { Refused } from '../form/refused.tsx';
import { useDraft } from '../form/use-draft.ts';
import { useSending } from '../form/use-sending.ts';

type Edition = PetitionCharterEditions['items'][number];
type Collect = Edition['collect'];
/** Under this name what was typed is kept, also while somebody else's edition comes in between. */
const KEPT_AS = 'petition-charter';
const UNITS = ['months', 'days'] as const;

const collectValues = (collect: Collect): Values =>
  'months' in collect
    ? { 'collect.amount': String(collect.months), 'collect.unit': 'months' }
    : { 'collect.amount': String(collect.days), 'collect.unit': 'days' };
const untouched = ({
  threshold,
  collect,
  signerAuth,
  signerScope,
  closeOnThreshold,
  allowWithdrawSignature,
}: Edition) => ({
  validFrom: '',
  source: '',
  threshold: String(threshold),
  ...collectValues(collect),
  ...Object.fromEntries(SIGNING_METHODS.map((method) => [`by.${method}`, signerAuth.includes(method) ? 'true' : ''])),
  signerScope,
  closeOnThreshold: closeOnThreshold ? 'true' : '',
  allowWithdrawSignature: allowWithdrawSignature ? 'true' : '',
});
/** The edition as the form has it; what is not a number goes as none, and the server says that it is missing. */
const editionIn = (values: Values, { version }: Edition): NewCharterEdition => {
  const amount = Number(values['collect.amount'] || Number.NaN);
  return {
    expectedVersion: version,
    validFrom: values.validFrom ?? '',
    source: values.source ?? '',
    threshold: Number(values.threshold?.replace(/\s/g, '') || Number.NaN),
    collect: values['collect.unit'] === 'days' ? { days: amount } : { months: amount },
    signerAuth: SIGNING_METHODS.filter((method) => values[`by.${method}`]),
    signerScope: SIGNER_SCOPES.find((scope) => scope === values.signerScope) ?? 'citizen',
    closeOnThreshold: Boolean(values.closeOnThreshold),
    allowWithdrawSignature: Boolean(values.allowWithdrawSignature),
  };
};

/** The form of a new edition: it begins with the latest one, or with the numbers of another city. */
export const PetitionCharterForm = ({
  latest,
  entered,
  stale,
}: {
  latest: Edition;
  entered: (editions: PetitionCharterEditions) => void;
  /** Somebody else was first. */
  stale: () => void;
}): JSX.Element => {
  const { lang, words, ask, drafts } = useDesk();
  const { petitionCharter: charter } = words;
  const { form: texts } = charter;
  const { values, onInput, set } = useDraft(KEPT_AS, untouched(latest));
  const { send, isSending, refused } = useSending();
  const begin = (preset: PetitionPreset | undefined): void => {
    if (!preset) return;
    set('threshold', String(preset.threshold));
    for (const [name, value] of Object.entries(preset.collect ? collectValues(preset.collect) : {})) set(name, value);
  };
  const enter = async (): Promise<void> => {
    const editions = await send(async () => {
      try {
        return await ask(changePetitionCharter, { body: editionIn(values, latest) });
      } catch (error) {
        if (!(error instanceof Refusal) || error.problem.code !== 'version.stale') throw error;
        stale();
        return null;
      }
    });
    if (!editions) return;
    drafts.drop(KEPT_AS);
    entered(editions);
  };
  const errors = refused?.fields ?? {};
  const amountError = errors['collect.days'] ?? errors['collect.months'] ?? errors.collect;
  return (
    <DeskForm
      refused={refused}
      aria-labelledby="petition-charter-add"
      onInput={(event) => {
        const { target } = event;
        if (target instanceof HTMLSelectElement && target.name === 'preset')
          begin(PETITION_PRESETS.find(({ city }) => city.en === target.value));
        onInput(event);
      }}
      send={enter}
    >
      <h4 id="petition-charter-add">{charter.add}</h4>
      <Refused by={refused} />
      <Select
        name="preset"
        label={charter.preset}
        hint={charter.presetHint}
        optional=""
        prompt={charter.presetPrompt}
        groups={[
          {
            options: PETITION_PRESETS.map(({ city, threshold }) => ({
              value: city.en,
              label: fill(charter.presetLine, { city: city[lang], threshold: spacedCount(lang, threshold) }),
            })),
          },
        ]}
        value={values.preset}
      />
      <Field
        name="validFrom"
        type="date"
        width="half"
        label={texts.validFrom}
        value={values.validFrom}
        error={errors.validFrom}
      />
      <Field
        name="source"
        label={texts.source}
        hint={texts.sourceHint}
        value={values.source}
        error={errors.source}
        autocomplete="off"
      />
      <Field
        name="threshold"
        inputMode="numeric"
        width="half"
        label={texts.threshold}
        value={values.threshold}
        error={errors.threshold}
      />
      <Field
        name="collect.amount"
        inputMode="numeric"
        width="half"
        label={texts.collect}
        value={values['collect.amount']}
        error={amountError}
      />
      <RadioGroup
        name="collect.unit"
        label={texts.unit}
        choices={UNITS.map((value) => ({ value, label: texts.units[value] }))}
        value={values['collect.unit']}
      />
      <fieldset class="field">
        <legend>{texts.signerAuth}</legend>
        {errors.signerAuth && <p class="error">{errors.signerAuth}</p>}
        {SIGNING_METHODS.map((method) => (
          <Checkbox
            key={method}
            name={`by.${method}`}
            label={charter.methods[method]}
            isChecked={Boolean(values[`by.${method}`])}
          />
        ))}
      </fieldset>
      <RadioGroup
        name="signerScope"
        label={texts.signerScope}
        choices={SIGNER_SCOPES.map((value) => ({ value, label: charter.scopes[value] }))}
        value={values.signerScope}
      />
      <Checkbox name="closeOnThreshold" label={texts.closeOnThreshold} isChecked={Boolean(values.closeOnThreshold)} />
      <Checkbox
        name="allowWithdrawSignature"
        label={texts.allowWithdrawSignature}
        isChecked={Boolean(values.allowWithdrawSignature)}
      />
      <p class="actions">
        <button type="submit" class="button primary" aria-busy={isSending}>
          {isSending ? texts.saving : texts.save}
        </button>
      </p>
    </DeskForm>
  );
};
