import type { JSX } from 'preact';
import { addressIn } from '#client/views/layout.tsx';
import type { Article, ArticleSection } from '#shared/texts/article.ts';
import { fill } from '#shared/texts/fill.ts';
import type { Lang } from '#shared/texts/plural.ts';
import type { CommonTexts } from '#shared/texts/uk/common.ts';

/** The words of a page, what its `{name}` places are filled with (`updatedOn` among it), and in which language it speaks. */
export interface ArticlePageProps {
  article: Article;
  values: Readonly<Record<string, string>>;
  lang: Lang;
  common: CommonTexts;
}
type Say = (text: string) => string;

const Steps = ({ steps, say }: { steps: NonNullable<ArticleSection['steps']>; say: Say }): JSX.Element => (
  <ol class="steps">
    {steps.map(({ when, title, text }) => (
      <li key={title}>
        <p class="over">{say(when)}</p>
        <h3>{title}</h3>
        <p>{say(text)}</p>
      </li>
    ))}
  </ol>
);
const Section = ({
  section: { title, text = [], list, steps, questions = [], law, links = [] },
  say,
  lang,
  lawTitle,
}: {
  section: ArticleSection;
  say: Say;
  lang: Lang;
  lawTitle: string;
}): JSX.Element => (
  <section>
    <h2>{title}</h2>
    {text.map((paragraph) => (
      <p key={paragraph}>{say(paragraph)}</p>
    ))}
    {list && (
      <ul>
        {list.map((line) => (
          <li key={line}>{say(line)}</li>
        ))}
      </ul>
    )}
    {steps && <Steps steps={steps} say={say} />}
    {questions.map((question) => (
      <details key={question.title} class="question">
        <summary>{question.title}</summary>
        <p>{say(question.text)}</p>
      </details>
    ))}
    {links.length > 0 && (
      <p class="actions">
        {links.map(({ to, label }) => (
          <a key={to} href={to.startsWith('/') ? addressIn(lang, to) : to}>
            {label}
          </a>
        ))}
      </p>
    )}
    {law && (
      <details class="law">
        <summary>{lawTitle}</summary>
        <p>{law}</p>
      </details>
    )}
  </section>
);

/** A page of plain words, such as the accessibility statement: what is done and by when first, the law in folds. */
export const ArticlePage = ({
  article: { title, lead, sections },
  values,
  lang,
  common,
}: ArticlePageProps): JSX.Element => {
  const say: Say = (text) => fill(text, values);
  return (
    <article class="column article">
      <h1>{title}</h1>
      <p class="lead">{say(lead)}</p>
      {sections.map((section) => (
        <Section key={section.title} section={section} say={say} lang={lang} lawTitle={common.law} />
      ))}
      <p class="hint">{fill(common.updated, { date: values.updatedOn ?? '' })}</p>
    </article>
  );
};
