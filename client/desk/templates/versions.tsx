import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { listTemplateVersions, type Template, type TemplateVersion } from '#shared/contract/templates.ts';
import { momentInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import { useDesk } from '../desk-context.ts';
import { Refused } from '../form/refused.tsx';
import { type Trouble, troubleOf } from '../form/trouble.ts';

/** The earlier versions of a template, read when they are opened. */
export const Versions = ({ of }: { of: Template }): JSX.Element => {
  const { lang, words, ask } = useDesk();
  const { templates: texts, desk } = words;
  const [versions, setVersions] = useState<TemplateVersion[] | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const load = async (): Promise<void> => {
    setTrouble(null);
    try {
      setVersions((await ask(listTemplateVersions, { params: { id: of.id } })).items);
    } catch (error) {
      setTrouble(troubleOf(error, desk.trouble.offline));
    }
  };
  return (
    <details class="fold" onToggle={({ currentTarget }) => void (currentTarget.open && load())}>
      <summary>{texts.versions}</summary>
      <Refused by={trouble} />
      {versions
        ?.filter(({ version }) => version < of.version)
        .map(({ version, text, savedAt, savedBy }) => (
          <section key={version}>
            <h3>
              {fill(texts.versionLine, { version, at: momentInFull(lang, savedAt), who: savedBy ?? texts.system })}
            </h3>
            <p class="template-sample" lang="uk">
              {text}
            </p>
          </section>
        ))}
    </details>
  );
};
