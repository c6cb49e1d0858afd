import type { JSX } from 'preact';
import type { Template, TemplateContent } from '#shared/contract/templates.ts';
import { groundsOf, TEMPLATE_USES, type TemplateUse } from '#shared/domain/templates.ts';
import { fill } from '#shared/texts/fill.ts';
import { useDesk } from '../desk-context.ts';
import type { Values } from '../form/drafts.ts';
import { FormDialog } from '../form/form-dialog.tsx';
import { useDraft } from '../form/use-draft.ts';
import { TemplateFields } from './template-fields.tsx';
import { useSaving } from './use-saving.ts';
import { Versions } from './versions.tsx';

const UNTOUCHED: Values = { isActive: 'true' };
const typedOf = (of: Template): Values => ({
  name: of.name,
  use: of.use,
  text: of.text,
  result: of.result ?? '',
  ground: of.ground ?? '',
  appealRoute: of.appealRoute ?? '',
  categoryCode: of.categoryCode ?? '',
  isActive: of.isActive ? 'true' : '',
});
/** What the form says; what another use would have asked for is left out. */
function contentIn({ name = '', text = '', use: said, ...more }: Values): TemplateContent {
  const use = TEMPLATE_USES.find((each) => each === said) ?? ('' as TemplateUse);
  const result = use === 'answer' ? more.result || null : null;
  return {
    name,
    use,
    text,
    result: result as TemplateContent['result'],
    ground: (groundsOf(use).find((ground) => ground === more.ground) ?? null) as TemplateContent['ground'],
    appealRoute: (result === 'refused' && more.appealRoute?.trim()) || null,
    categoryCode: more.categoryCode || null,
    isActive: Boolean(more.isActive),
  };
}

/** The form of one template: a new one, or the next version of one that is there. */
export const TemplateForm = ({
  of,
  saved,
  closed,
}: {
  of: Template | null;
  saved: (name: string) => void;
  closed: () => void;
}): JSX.Element => {
  const { templates: texts } = useDesk().words;
  const draft = useDraft(null, of ? typedOf(of) : UNTOUCHED);
  const { save, isSending, refused } = useSaving();
  const content = contentIn(draft.values);
  const send = async (): Promise<void> => {
    if (await save(of, content)) saved(content.name);
  };
  return (
    <FormDialog
      title={of ? fill(texts.changeTitle, { name: of.name, version: of.version }) : texts.addTitle}
      closed={closed}
      isWide
      sending={{ isSending, refused }}
      texts={texts}
      onInput={draft.onInput}
      send={send}
      after={of && of.version > 1 && <Versions of={of} />}
    >
      <TemplateFields values={draft.values} errors={refused?.fields ?? {}} set={draft.set} content={content} />
    </FormDialog>
  );
};
