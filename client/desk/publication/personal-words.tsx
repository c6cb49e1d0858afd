import type { JSX } from 'preact';
import { fieldId } from '#client/views/forms/parts.tsx';
import type { CaseCard } from '#shared/contract/register.ts';
import { fill } from '#shared/texts/fill.ts';
import { useDesk } from '../desk-context.ts';
import { type Find, personalFinds, placeOf } from './personal-finds.ts';

const fieldOf = (name: string): HTMLTextAreaElement | null => {
  const field = document.getElementById(fieldId(name));
  return field instanceof HTMLTextAreaElement ? field : null;
};
/** Marks the find in its field and brings it into sight; the field is found by its name. */
function show(name: string, find: Find): void {
  const field = fieldOf(name);
  const at = field ? placeOf(find, field.value) : -1;
  if (!field || at < 0) return;
  field.focus();
  field.setSelectionRange(at, at + find.quote.length);
  field.scrollTop = (field.scrollHeight * at) / field.value.length - field.clientHeight / 2;
}
/** Puts a sign of omission in every place of the find; the form hears of it as of anything typed, and the browser can take it back. */
function replace(name: string, find: Find, by: string): void {
  const field = fieldOf(name);
  if (!field) return;
  for (let at = placeOf(find, field.value); at >= 0; at = placeOf(find, field.value))
    field.setRangeText(by, at, at + find.quote.length, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  field.focus();
}

/** What in a field's text may give somebody away, each with its deeds; says so, too, where nothing was found. */
export const PersonalWords = ({
  name,
  text,
  applicants,
}: {
  /** Of the field. */
  name: string;
  text: string;
  applicants: CaseCard['applicants'];
}): JSX.Element | null => {
  const { publication: texts } = useDesk().words;
  if (text.trim() === '') return null;
  const finds = personalFinds(text, applicants);
  if (finds.length === 0) return <p class="hint finds">{texts.findsNone}</p>;
  return (
    <div class="finds">
      <p>
        <strong>{texts.finds}</strong>
      </p>
      <ul>
        {finds.map((find) => (
          <li key={find.quote}>
            <mark>{find.quote}</mark> <span class="muted">{texts.kinds[find.kind]}</span>{' '}
            <button
              type="button"
              class="link"
              aria-label={fill(texts.showThis, { quote: find.quote })}
              onClick={() => show(name, find)}
            >
              {texts.show}
            </button>{' '}
            <button
              type="button"
              class="link"
              aria-label={fill(texts.replaceThis, { quote: find.quote })}
              onClick={() => replace(name, find, texts.replaced)}
            >
              {texts.replace}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
};
