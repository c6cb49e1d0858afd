import type { JSX } from 'preact';
import { fill } from '#shared/texts/fill.ts';
import { type Lang, spacedCount } from '#shared/texts/plural.ts';
import type { OpenDataTexts } from '#shared/texts/uk/open-data.ts';
import { PetitionData } from './petition-data.tsx';

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
  petitionColumns: readonly (keyof OpenDataTexts['petitions']['columnNotes'])[];
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

function Columns<Column extends string>({
  columns,
  notes,
}: {
  columns: readonly Column[];
  notes: Readonly<Record<Column, string>>;
}): JSX.Element {
  return (
    <dl class="columns">
      {columns.map((column) => (
        <div key={column}>
          <dt>
            <code>{column}</code>
          </dt>
          <dd>{notes[column]}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The page of open data: the files, what has changed since, what each column says, the licence. */
export const OpenDataPage = (props: OpenDataPageProps): JSX.Element => {
  const { columns, petitionColumns, controller, lang, texts } = props;
  return (
    <article class="column article open-data">
      <h1>{texts.title}</h1>
      <p class="lead">{texts.lead}</p>
      <section>
        <h2 id="appeals">{texts.files}</h2>
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
      <PetitionData lang={lang} texts={texts} />
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
        <h3>{texts.files}</h3>
        <Columns columns={columns} notes={texts.columnNotes} />
        <h3>{texts.petitions.title}</h3>
        <Columns columns={petitionColumns} notes={texts.petitions.columnNotes} />
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
