import type { JSX } from 'preact';
import type { Article } from '#shared/texts/article.ts';

/** A page of plain words, such as the accessibility statement. */
export const ArticlePage = ({ article: { title, lead, sections } }: { article: Article }): JSX.Element => (
  <article class="column article">
    <h1>{title}</h1>
    <p class="lead">{lead}</p>
    {sections.map((section) => (
      <section key={section.title}>
        <h2>{section.title}</h2>
        {section.text.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        {section.list && (
          <ul>
            {section.list.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
      </section>
    ))}
  </article>
);
