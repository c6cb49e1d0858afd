import type { ComponentChildren, JSX } from 'preact';
import type { Lang, PluralForms } from '#shared/texts/plural.ts';
import type { CaseBodyProps } from './cases/case-body.tsx';

/** How many characters are left in the field with this id. */
interface CharactersLeftProps {
  fieldId: string;
  max: number;
  lang: Lang;
  left: PluralForms;
  over: PluralForms;
}
/** Every island and what it is told; it travels as JSON in `data-props`, so it holds plain data only. */
export interface Islands {
  'characters-left': CharactersLeftProps;
  'live-case': CaseBodyProps;
  /** The code of a short link. */
  'live-link': { code: string };
}
/** A part of a page that a script may bring to life. What it wraps is what people see until then, or instead. */
export const Island = <Name extends keyof Islands>({
  name,
  props,
  children,
}: {
  name: Name;
  props: Islands[Name];
  children?: ComponentChildren;
}): JSX.Element => (
  <div data-island={name} data-props={JSON.stringify(props)}>
    {children}
  </div>
);
