import type { JSX } from 'preact';
import { fieldId } from './parts.tsx';

/** One wrong field, in words; `path` is its dotted name, `label` what the form calls it. */
export interface WrongField {
  path: string;
  label: string;
  message: string;
  /** Where it is put right, unless on this page. */
  href?: string | undefined;
}
/** Everything wrong at once, on top of the form, each a link to its field. It takes the focus when the page opens. */
export const ErrorSummary = ({
  title,
  errors,
}: {
  title: string;
  errors: readonly WrongField[];
}): JSX.Element | null =>
  errors.length === 0 ? null : (
    <div class="errors" role="alert" tabIndex={-1} data-focus="" aria-labelledby="errors-title">
      <h2 id="errors-title">{title}</h2>
      <ul>
        {errors.map(({ path, label, message, href }) => (
          <li key={path}>
            <a href={href ?? `#${fieldId(path)}`}>
              {label}: {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
