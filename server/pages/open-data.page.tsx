import { OpenDataPage } from '#client/views/pages/open-data-page.tsx';
import {
  CSV_COLUMNS,
  FORMAT_NAMES,
  FORMATS,
  PETITION_COLUMNS,
  PETITION_FORMAT_NAMES,
  PETITION_FORMATS,
  type ServedSnapshot,
  TODAY_FORMATS,
} from '#server/open-data/index.ts';
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
  const columns = { columns: CSV_COLUMNS, petitionColumns: PETITION_COLUMNS };
  const view = <OpenDataPage made={made} {...columns} controller={controller} lang={lang} texts={texts} />;
  return renderDocument(frameOf(visit, texts.title), view, { styles: STYLES });
}

const LICENCE = { '@id': 'https://creativecommons.org/licenses/by/4.0/' };
const HOW_OFTEN = 'http://publications.europa.eu/resource/authority/frequency';
/** Words in each language, as JSON-LD has them. */
const inEach = (said: (lang: Lang) => string): object[] =>
  (['uk', 'en'] as const).map((lang) => ({ '@language': lang, '@value': said(lang) }));

/** All data sets as data portals read them: DCAT-AP in JSON-LD. */
export function openDataCatalogue(publicUrl: string, served: ServedSnapshot | null): object {
  const page = `${publicUrl}/open-data`;
  const publisher = { '@type': 'foaf:Organization', 'foaf:name': city.uk.controller };
  const file = (path: string, type: string) => ({
    '@type': 'dcat:Distribution',
    'dcat:downloadURL': { '@id': `${publicUrl}${path}` },
    'dcat:accessURL': { '@id': page },
    'dcat:mediaType': type.split(';')[0],
    'dct:license': LICENCE,
  });
  const common = { '@type': 'dcat:Dataset', 'dct:publisher': publisher, 'dct:license': LICENCE, 'dct:language': 'uk' };
  const appeals = {
    '@id': `${page}#appeals`,
    ...common,
    'dct:title': inEach((lang) => TEXTS[lang].openData.files),
    'dct:description': inEach((lang) => TEXTS[lang].openData.appealsAbout),
    'dct:accrualPeriodicity': { '@id': `${HOW_OFTEN}/DAILY` },
    ...(served && { 'dct:modified': served.snapshot.madeAt.toISOString() }),
    'dcat:distribution': [
      ...FORMAT_NAMES.map((format) => file(`/open-data/appeals.${format}`, FORMATS[format].type)),
      ...TODAY_FORMATS.map((format) => file(`/open-data/appeals-today.${format}`, FORMATS[format].type)),
    ],
  };
  const petitions = {
    '@id': `${page}#petitions`,
    ...common,
    'dct:title': inEach((lang) => TEXTS[lang].openData.petitions.title),
    'dct:description': inEach((lang) => TEXTS[lang].openData.petitions.lead),
    'dct:accrualPeriodicity': { '@id': `${HOW_OFTEN}/UPDATE_CONT` },
    'dcat:distribution': [
      ...PETITION_FORMAT_NAMES.map((format) => file(`/open-data/petitions.${format}`, PETITION_FORMATS[format].type)),
      file('/petitions/roots.json', 'application/json'),
    ],
  };
  return {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      foaf: 'http://xmlns.com/foaf/0.1/',
    },
    '@id': page,
    '@type': 'dcat:Catalog',
    'dct:title': inEach((lang) => TEXTS[lang].openData.title),
    'dct:description': inEach((lang) => TEXTS[lang].openData.lead),
    'dct:publisher': publisher,
    'dct:license': LICENCE,
    'dcat:dataset': [appeals, petitions],
  };
}
