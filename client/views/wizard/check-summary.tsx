import type { JSX } from 'preact';
import { fill } from '#shared/texts/fill.ts';
import type { WizardCheckTexts } from '#shared/texts/uk/wizard-check.ts';

/** One thing that was answered, in words. */
export interface Said {
  label: string;
  value: string;
}
/** What one step holds, and the way to change it. */
export interface CheckSection {
  title: string;
  /** Whole address; null where it cannot be changed. */
  change: string | null;
  said: readonly Said[];
}
/** Something that is missing or wrong, with the address where it is put right. */
export interface Missing {
  label: string;
  message: string;
  href: string;
}
/** What in the text looks personal, in words. */
export interface Warning {
  lines: readonly string[];
  change: string;
}
/** The last step as it is shown. `next` is who handles it and by when, a sentence a line. */
export interface CheckSummaryProps {
  sections: readonly CheckSection[];
  missing: readonly Missing[];
  next: readonly string[];
  warning: Warning | null;
  texts: WizardCheckTexts;
}

const Section = ({ section, texts }: { section: CheckSection; texts: WizardCheckTexts }): JSX.Element => {
  const { title, change, said } = section;
  return (
    <section class="check">
      <h2>{title}</h2>
      {change && (
        <p class="change">
          <a href={change} aria-label={fill(texts.changeThis, { what: title })}>
            {texts.change}
          </a>
        </p>
      )}
      <dl class="facts">
        {said.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd class="words">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
};

/** Everything once more, what is missing, what looks personal, who handles it and by when. */
export const CheckSummary = ({ sections, missing, next, warning, texts }: CheckSummaryProps): JSX.Element => (
  <>
    {missing.length > 0 && (
      <section class="callout danger" aria-labelledby="missing">
        <h2 id="missing">{texts.missing}</h2>
        <ul>
          {missing.map(({ label, message, href }) => (
            <li key={href}>
              <a href={href}>
                {label}: {message}
              </a>
            </li>
          ))}
        </ul>
      </section>
    )}
    {sections.map((section) => (
      <Section key={section.title} section={section} texts={texts} />
    ))}
    <section aria-labelledby="next">
      <h2 id="next">{texts.nextTitle}</h2>
      {next.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </section>
    {warning && (
      <section class="callout late" aria-labelledby="warning">
        <h2 id="warning">{texts.warnTitle}</h2>
        <ul>
          {warning.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p>{texts.warnWhy}</p>
        <p>
          <a class="button" href={warning.change}>
            {texts.warnChange}
          </a>
        </p>
      </section>
    )}
  </>
);
