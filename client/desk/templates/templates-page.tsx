import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Template } from '#shared/contract/templates.ts';
import { missingParts, TEMPLATE_USES } from '#shared/domain/templates.ts';
import { fill } from '#shared/texts/fill.ts';
import { plural } from '#shared/texts/plural.ts';
import { ColumnHeads } from '../column-heads.tsx';
import { useDesk } from '../desk-context.ts';
import { PageHead } from '../page-head.tsx';
import { Retry } from '../retry.tsx';
import { TemplateForm } from './template-form.tsx';

const COLUMNS = ['name', 'kind', 'category', 'version', 'state', 'deeds'] as const;
const byUse = (a: Template, b: Template): number => TEMPLATE_USES.indexOf(a.use) - TEMPLATE_USES.indexOf(b.use);

const Line = ({ template, change }: { template: Template; change: () => void }): JSX.Element => {
  const { lang, words, catalogue } = useDesk();
  const { templates: texts, cases } = words;
  const category = catalogue.categories.find(({ code }) => code === template.categoryCode);
  const idle = missingParts(template).length > 0 ? texts.incomplete : texts.idle;
  return (
    <tr class={template.isActive ? '' : 'locked'}>
      <th scope="row">{template.name}</th>
      <td>
        {[texts.uses[template.use], template.result && cases.results[template.result].toLowerCase()]
          .filter(Boolean)
          .join(': ')}
      </td>
      <td>{category?.[lang] ?? texts.anyCategory}</td>
      <td>{template.version}</td>
      <td>{template.isActive ? texts.active : idle}</td>
      <td class="deeds">
        <button
          type="button"
          class="link"
          aria-label={fill(texts.changeThis, { name: template.name })}
          onClick={change}
        >
          {texts.change}
        </button>
      </td>
    </tr>
  );
};

/** The templates of answers and notices, for whoever keeps them. */
export const TemplatesPage = (): JSX.Element => {
  const { lang, words, templates } = useDesk();
  const { templates: texts } = words;
  const { items, trouble, load } = templates;
  /** The template that is open, or null for a new one. */
  const [open, setOpen] = useState<{ of: Template | null } | null>(null);
  const [done, setDone] = useState('');
  const show = (of: Template | null): void => {
    setDone('');
    setOpen({ of });
  };
  return (
    <>
      <section class="intake publicity staff" aria-labelledby="templates-title">
        <PageHead id="templates-title" title={texts.title} lead={texts.lead} />
        <p class="said" role="status">
          {done}
        </p>
        {trouble && <Retry words={trouble.message} again={() => void load()} />}
        {!items && !trouble && (
          <p class="quiet loading" role="status">
            {texts.loading}
          </p>
        )}
        {items && (
          <>
            <p class="staff-head">
              <span>{plural(lang, items.length, texts.count)}</span>
              <button type="button" class="button primary" onClick={() => show(null)}>
                {texts.add}
              </button>
            </p>
            {items.length === 0 && <p class="quiet empty">{texts.none}</p>}
            {items.length > 0 && (
              <table class="switches">
                <caption class="unseen">{texts.title}</caption>
                <ColumnHeads of={COLUMNS} words={texts.columns} />
                <tbody>
                  {[...items].sort(byUse).map((template) => (
                    <Line key={template.id} template={template} change={() => show(template)} />
                  ))}
                </tbody>
              </table>
            )}
          </>
        )}
      </section>
      {open && (
        <TemplateForm
          of={open.of}
          saved={(name) => {
            setOpen(null);
            setDone(fill(texts.done, { name }));
          }}
          closed={() => setOpen(null)}
        />
      )}
    </>
  );
};
