import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { call } from '#client/platform/api.ts';
import type { CaseCard } from '#shared/contract/register.ts';
import { type CaseRouting, readRouting } from '#shared/contract/routing.ts';
import { fill } from '#shared/texts/fill.ts';
import { plural } from '#shared/texts/plural.ts';
import { useDesk } from '../desk-context.ts';
import { conditionWords, unitName } from './rule-words.ts';

/** Which department the rules suggest and why, or that none fits; nothing while no rule is on. `take` puts it into the form. */
export const RoutingSuggestion = ({
  card: { id, version },
  chosen,
  take,
}: {
  card: Pick<CaseCard, 'id' | 'version'>;
  /** The department that the form has now. */
  chosen: string;
  take: (departmentId: string) => void;
}): JSX.Element | null => {
  const desk = useDesk();
  const { moves, routing } = desk.words;
  const { suggestion: texts } = routing;
  const [found, setFound] = useState<CaseRouting | null>(null);
  const part = useRef<HTMLElement>(null);
  useEffect(() => {
    let isLeft = false;
    // Nobody waits for it: where it does not come, the department is chosen as ever.
    const come = call(readRouting, { params: { id } }).then((came) => !isLeft && setFound(came));
    void come.catch(() => undefined);
    return () => {
      isLeft = true;
    };
  }, [id, version]);
  if (!found || found.rules === 0) return null;
  const { match, skipped, rules } = found;
  return (
    <section ref={part} class="suggestion" aria-label={texts.label}>
      {skipped.map((rule) => (
        <p key={rule.id} class="muted">
          {fill(texts.skipped, { name: rule.name })} {moves.refused.why['contested-department']}
        </p>
      ))}
      {match && (
        <>
          <p>
            {fill(texts.match, { name: match.name })} {conditionWords(match, desk)} →{' '}
            <strong>{unitName(desk, match.departmentId)}</strong>
          </p>
          {match.departmentId === chosen ? (
            <p class="muted">{texts.taken}</p>
          ) : (
            <button
              type="button"
              class="button secondary"
              onClick={() => {
                take(match.departmentId);
                part.current?.closest('form')?.querySelector<HTMLElement>('[name="departmentId"]')?.focus();
              }}
            >
              {texts.take}
            </button>
          )}
        </>
      )}
      {!match && <p class="muted">{plural(desk.lang, rules, texts.noneOf)}</p>}
    </section>
  );
};
