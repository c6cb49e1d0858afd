import { useState } from 'preact/hooks';
import { Refusal } from '#client/platform/api.ts';
import { addTemplate, changeTemplate, type Template, type TemplateContent } from '#shared/contract/templates.ts';
import { useDesk } from '../desk-context.ts';
import { type Sending, useSending } from '../form/use-sending.ts';

/** Saves templates; a template that somebody else changed meanwhile is read anew. */
export function useSaving(): Sending & { save: (of: Template | null, content: TemplateContent) => Promise<boolean> } {
  const { ask, templates, words } = useDesk();
  const { send, refused, ...sending } = useSending();
  const [isStale, setStale] = useState(false);
  const saved = (of: Template | null, content: TemplateContent): Promise<Template> =>
    of
      ? ask(changeTemplate, { params: { id: of.id }, body: { ...content, expectedVersion: of.version } })
      : ask(addTemplate, { body: content });
  return {
    ...sending,
    refused: isStale && refused ? { ...refused, message: words.templates.stale } : refused,
    async save(of, content) {
      setStale(false);
      const done = await send(() =>
        saved(of, content).catch((error: unknown) => {
          if (error instanceof Refusal && error.problem.code === 'version.stale') setStale(true);
          throw error;
        }),
      );
      await templates.load();
      return done !== null;
    },
  };
}
