import type { JSX, TargetedKeyboardEvent } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Select } from '#client/views/forms/select.tsx';
import type { CaseCard } from '#shared/contract/register.ts';
import type { Template } from '#shared/contract/templates.ts';
import { firstGap, TEMPLATE_FIELDS, type TemplateUse } from '#shared/domain/templates.ts';
import { fill } from '#shared/texts/fill.ts';
import { templateFacts } from '#shared/texts/template-facts.ts';
import { useDesk } from '../desk-context.ts';
import type { Draft } from '../form/use-draft.ts';
import { offeredFor, valuesOf } from './offered.ts';

/** Keys that take one of the first nine. */
const DIGIT = /^[1-9]$/;

/** Puts the cursor where something is to be written: on the first gap, or behind all. */
function goToWrite(field: HTMLTextAreaElement, text: string): void {
  const gap = firstGap(text);
  field.value = text; // what was typed before hides the text that the page draws
  field.focus();
  field.setSelectionRange(gap?.from ?? text.length, gap?.to ?? text.length);
}
/** The choice of a template above the fields that it fills; nothing where none fits. What somebody typed is replaced only when they say so. */
export const TemplatePicker = ({
  card,
  use,
  draft,
}: {
  card: CaseCard;
  use: TemplateUse;
  draft: Draft;
}): JSX.Element | null => {
  const desk = useDesk();
  const { templates: texts } = desk.words;
  const place = useRef<HTMLDivElement>(null);
  const [taken, setTaken] = useState<{ template: Template; text: string; isToWrite: boolean } | null>(null);
  const [asked, setAsked] = useState<Template | null>(null);
  const offered = offeredFor(card, use, desk);
  const field = TEMPLATE_FIELDS[use];
  useLayoutEffect(() => {
    const area = place.current?.closest('form')?.elements.namedItem(field);
    if (!taken || !(area instanceof HTMLTextAreaElement)) return;
    if (taken.isToWrite) goToWrite(area, taken.text);
    else area.value = taken.text;
  }, [taken, field]);

  const take = (template: Template, isToWrite: boolean): void => {
    const values = valuesOf(template, templateFacts(card, desk.catalogue, desk.today()));
    for (const [name, value] of Object.entries(values)) draft.set(name, value);
    setAsked(null);
    setTaken({ template, text: values[field] ?? '', isToWrite });
  };
  const wish = (template: Template | undefined, isToWrite: boolean): void => {
    if (!template) return;
    const typed = draft.values[field]?.trim();
    if (typed && typed !== taken?.text.trim()) setAsked(template);
    else take(template, isToWrite);
  };
  const press = (event: TargetedKeyboardEvent<HTMLDivElement>): void => {
    if (!DIGIT.test(event.key) || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    wish(offered[Number(event.key) - 1], true);
  };
  if (offered.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the list inside
    <div ref={place} class="template-picker" onKeyDown={press}>
      <div
        onInput={(event) => {
          event.stopPropagation();
          const { value } = event.target as HTMLSelectElement;
          wish(
            offered.find(({ id }) => id === value),
            false,
          );
        }}
      >
        <Select
          name="ui.template"
          label={texts.pick}
          hint={texts.pickHint}
          prompt={texts.pickPrompt}
          optional=""
          value={taken?.template.id ?? ''}
          groups={[
            { options: offered.map(({ id, name }, i) => ({ value: id, label: i < 9 ? `${i + 1}. ${name}` : name })) },
          ]}
        />
      </div>
      <p class="asked" role="status">
        {asked && (
          <>
            {texts.overwrite}{' '}
            <button type="button" class="link" onClick={() => take(asked, true)}>
              {fill(texts.replace, { name: asked.name })}
            </button>
          </>
        )}
      </p>
    </div>
  );
};
