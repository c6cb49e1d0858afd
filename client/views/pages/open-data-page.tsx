import type { JSX } from 'preact';
import { fill } from '#shared/texts/fill.ts';
import { type Lang, spacedCount } from '#shared/texts/plural.ts';
import type { OpenDataTexts } from '#shared/texts/uk/open-data.ts';

/** One of the files: its address, what it is, its bytes and its digest. */
export interface OpenDataFile {
  href: string;
  format: 'csv' | 'ndjson' | 'geojson';
  bytes: number;
  sha256: string;
}
/** The files of open data and when they were made; null before the first were. */
export interface OpenDataPageProps {
  made: { date: string; time: string; rows: number; withdrawn: number; files: readonly OpenDataFile[] } | null;
  columns: readonly (keyof OpenDataTexts['columnNotes'])[];
  controller: string;
  lang: Lang;
  texts: OpenDataTexts;
}
const MEGABYTE = 1_000_000;
const LICENCE = 'https://creativecommons.org/licenses/by/4.0/';

const Files = ({ made, lang, texts }: OpenDataPageProps): JSX.Element => {
  if (!made) return <p class="notice">{texts.pending}</p>;
  const { date, time, rows, withdrawn, files } = made;
  const size = (bytes: number): string =>
    fill(texts.megabytes, {
      size: (bytes / MEGABYTE).toLocaleString(lang === 'uk' ? 'uk' : 'en-GB', { maximumFractionDigits: 1 }),
    });
  return (
    <>
      <p>{fill(texts.madeAt, { date, time, rows: spacedCount(lang, rows) })}</p>
      {withdrawn > 0 && <p>{fill(texts.withdrawn, { count: spacedCount(lang, withdrawn) })}</p>}
      <ul class="files">
        {files.map(({ href, format, bytes, sha256 }) => (
          <li key={format}>
            <a href={href} download>
              {texts[format]}
            </a>{' '}
            <span class="hint">{size(bytes)}</span>
            <p class="hint">
              {texts.digest}: <code>{sha256}</code>
            </p>
          </li>
        ))}
      </ul>
    </>
  );
};

/** The page of open data: the files, what has changed since, what each column says, the licence. */
export const OpenDataPage = (props: OpenDataPageProps): JSX.Element => {
  const { columns, controller, texts } = props;
  return (
    <article class="column article open-data">
      <h1>{texts.title}</h1>
      <p class="lead">{texts.lead}</p>
      <section>
        <h2>{texts.files}</h2>
        <Files {...props} />
      </section>
      <section>
        <h2>{texts.today}</h2>
        <p>{texts.todayText}</p>
        <p class="actions">
          <a href="/open-data/appeals-today.csv">{texts.todayCsv}</a>
          <a href="/open-data/appeals-today.ndjson">{texts.todayNdjson}</a>
        </p>
      </section>
      <section>
        <h2>{texts.licence}</h2>
        <p>
          {fill(texts.licenceText, { controller })}
          <a href={LICENCE} rel="license">
            {texts.licenceName}
          </a>
        </p>
        <p>{texts.personal}</p>
      </section>
      <section>
        <h2>{texts.columns}</h2>
        <dl class="columns">
          {columns.map((column) => (
            <div key={column}>
              <dt>
                <code>{column}</code>
              </dt>
              <dd>{texts.columnNotes[column]}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section>
        <h2>{texts.rules}</h2>
        <p>{texts.rulesText}</p>
        <p>
          <a href="/open-data/catalogue.json">{texts.catalogue}</a>
        </p>
      </section>
    </article>
  );
};
