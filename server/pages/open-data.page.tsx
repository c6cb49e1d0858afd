import { OpenDataPage } from '#client/views/pages/open-data-page.tsx';
import { CSV_COLUMNS, FORMAT_NAMES, FORMATS, type ServedSnapshot, TODAY_FORMATS } from '#server/open-data/index.ts';
import { legalDateOf } from '#server/platform/clock.ts';
import { city } from '#shared/texts/city.ts';
import { dateInFull } from '#shared/texts/dates.ts';
import type { Lang } from '#shared/texts/plural.ts';
import { renderDocument } from './document.tsx';
import { frameOf, type Visit } from './frame.ts';
import { TEXTS } from './texts.ts';

const clock = new Intl.DateTimeFormat('uk', { timeZone: 'Europe/Kyiv', hour: '2-digit', minute: '2-digit' });
const STYLES = ['client/styles/article.css', 'client/styles/open-data.css'];

async function madeFiles(lang: Lang, served: ServedSnapshot) {
  const { snapshot } = served;
  const { files, withdrawn } = await served.files();
  return {
    date: dateInFull(lang, legalDateOf(snapshot.madeAt)),
    time: clock.format(snapshot.madeAt),
    rows: snapshot.rows - withdrawn,
    withdrawn,
    files: files.map(({ format, bytes }) => {
      const { sha256 } = snapshot.files[format];
      return { href: `/open-data/appeals.${format}`, format, bytes, sha256 };
    }),
  };
}
/** The page of open data, with the files as they are at this moment. */
export async function openDataPage(visit: Visit, served: ServedSnapshot | null): Promise<string> {
  const { lang } = visit;
  const texts = TEXTS[lang].openData;
  const made = served && (await madeFiles(lang, served));
  const { controller } = city[lang];
  const view = <OpenDataPage made={made} columns={CSV_COLUMNS} controller={controller} lang={lang} texts={texts} />;
  return renderDocument(frameOf(visit, texts.title), view, { styles: STYLES });
}

/** The data set as data portals read it: DCAT-AP in JSON-LD. */
export function openDataCatalogue(publicUrl: string, served: ServedSnapshot | null): object {
  const file = (name: string, type: string) => ({
    '@type': 'dcat:Distribution',
    'dcat:downloadURL': { '@id': `${publicUrl}/open-data/${name}` },
    'dcat:accessURL': { '@id': `${publicUrl}/open-data` },
    'dcat:mediaType': type.split(';')[0],
    'dct:license': { '@id': 'https://creativecommons.org/licenses/by/4.0/' },
  });
  const said = (key: 'title' | 'lead') =>
    (['uk', 'en'] as const).map((lang) => ({ '@language': lang, '@value': TEXTS[lang].openData[key] }));
  return {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      foaf: 'http://xmlns.com/foaf/0.1/',
    },
    '@id': `${publicUrl}/open-data`,
    '@type': 'dcat:Dataset',
    'dct:title': said('title'),
    'dct:description': said('lead'),
    'dct:publisher': { '@type': 'foaf:Organization', 'foaf:name': city.uk.controller },
    'dct:license': { '@id': 'https://creativecommons.org/licenses/by/4.0/' },
    'dct:language': 'uk',
    'dct:accrualPeriodicity': { '@id': 'http://publications.europa.eu/resource/authority/frequency/DAILY' },
    ...(served && { 'dct:modified': served.snapshot.madeAt.toISOString() }),
    'dcat:distribution': [
      ...FORMAT_NAMES.map((format) => file(`appeals.${format}`, FORMATS[format].type)),
      ...TODAY_FORMATS.map((format) => file(`appeals-today.${format}`, FORMATS[format].type)),
    ],
  };
}
