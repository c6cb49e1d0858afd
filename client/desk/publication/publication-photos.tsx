import type { JSX } from 'preact';
import { fieldId } from '#client/views/forms/parts.tsx';
import type { CaseCard } from '#shared/contract/register.ts';
import { fill } from '#shared/texts/fill.ts';
import { plural } from '#shared/texts/plural.ts';
import { useDesk } from '../desk-context.ts';
import { photoNumbers } from '../files/use-file-deeds.ts';
import type { Values } from '../form/drafts.ts';
import { FIELD, showablePhotos } from './publication-input.ts';

/** Which photos everybody is to see: of those that have a copy for all, shown as that copy. */
export const PublicationPhotos = ({
  card,
  values,
  error,
}: {
  card: CaseCard;
  values: Values;
  error: string | undefined;
}): JSX.Element | null => {
  const { lang, words } = useDesk();
  const { publication: texts } = words;
  const numbers = photoNumbers(card);
  const ready = showablePhotos(card);
  const rest = numbers.size - ready.length;
  if (numbers.size === 0) return null;
  const hint = ready.length === 0 ? texts.photosNone : rest > 0 && plural(lang, rest, texts.photosMore);
  return (
    <fieldset class={error ? 'field wrong' : 'field'} aria-describedby={`${fieldId(FIELD.photos)}-says`}>
      <legend>{texts.photos}</legend>
      <p class={error ? 'error' : 'hint'} id={`${fieldId(FIELD.photos)}-says`}>
        {error ?? hint}
      </p>
      <ul class="tiles">
        {ready.map(({ id, publicUrl }) => {
          const name = FIELD.photo(id);
          return (
            <li key={id} class="tile">
              <label for={fieldId(name)}>
                <img src={publicUrl ?? ''} alt="" loading="lazy" />
              </label>
              <div class="choice">
                <input id={fieldId(name)} type="checkbox" name={name} value="true" checked={values[name] === 'true'} />
                <label for={fieldId(name)}>{fill(texts.photoNo, { n: numbers.get(id) ?? 0 })}</label>
              </div>
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
};
