import type { JSX } from 'preact';
import { Field } from '#client/views/forms/field.tsx';
import { SubmitButton } from '#client/views/forms/submit-button.tsx';
import { Icon } from '#client/views/icon.tsx';
import { Island, type Islands } from '#client/views/island.tsx';
import { addressIn } from '#client/views/layout.tsx';
import { fill } from '#shared/texts/fill.ts';
import { type Lang, plural, spacedCount } from '#shared/texts/plural.ts';
import type { HomeTexts } from '#shared/texts/uk/home.ts';
import type { MapTexts } from '#shared/texts/uk/map.ts';
import { CaseList, type CaseListProps } from './case-list.tsx';
import { FiltersForm, type FiltersFormProps } from './filters-form.tsx';
import { MapPicture, type MapPictureProps } from './map-picture.tsx';
import { SeekForm, type Sought } from './seek-form.tsx';

/** How many appeals came in this year, how many of them are being handled, and how many were answered. */
export interface CityFigures {
  year: number;
  received: number;
  inWork: number;
  answered: number;
}
/** The home page's data and words. */
export interface HomePageProps {
  figures: CityFigures;
  lang: Lang;
  texts: HomeTexts;
  map: MapTexts;
  seek: Sought;
  filters: FiltersFormProps;
  list: CaseListProps;
  picture: MapPictureProps;
  island: Islands['city-map'];
}
/** The form that leads from a number to its case; `error` is in words. */
export const FindCase = ({
  lang,
  texts,
  typed,
  error,
}: {
  lang: Lang;
  texts: HomeTexts;
  typed?: string;
  error?: string;
}): JSX.Element => (
  <form method="get" action={addressIn(lang, '/appeals/find')} noValidate class="find">
    <Field
      name="number"
      label={texts.findNumber}
      hint={texts.findHint}
      error={error}
      value={typed}
      inputMode="numeric"
      autocomplete="off"
      enterKeyHint="search"
      width="code"
    />
    <SubmitButton kind="secondary">{texts.findButton}</SubmitButton>
  </form>
);

const Figures = ({ figures, lang, texts }: Pick<HomePageProps, 'figures' | 'lang' | 'texts'>): JSX.Element => {
  const rows = [
    [figures.received, texts.figuresReceived],
    [figures.inWork, texts.figuresInWork],
    [figures.answered, texts.figuresAnswered],
  ] as const;
  return (
    <section aria-labelledby="figures">
      <h2 id="figures">{fill(texts.figures, { year: figures.year })}</h2>
      {figures.received === 0 ? (
        <p>{texts.figuresNone}</p>
      ) : (
        <ul class="figures">
          {rows.map(([count, forms]) => (
            <li key={forms.other}>
              <strong>{spacedCount(lang, count)}</strong> {plural(lang, count, forms)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};

const Steps = ({ lang, texts }: Pick<HomePageProps, 'lang' | 'texts'>): JSX.Element => (
  <section aria-labelledby="steps">
    <h2 id="steps">{texts.steps}</h2>
    <ol class="steps">
      {texts.stepList.map(({ when, title, text }) => (
        <li key={title}>
          <p class="over">{when}</p>
          <h3>{title}</h3>
          <p>{text}</p>
        </li>
      ))}
    </ol>
    <details class="law">
      <summary>{texts.law}</summary>
      <p>{texts.lawText}</p>
      <p>
        <a href={addressIn(lang, '/clock')}>{texts.clock}</a>
      </p>
    </details>
  </section>
);

const Ways = ({ lang, texts }: Pick<HomePageProps, 'lang' | 'texts'>): JSX.Element => {
  const file = addressIn(lang, '/appeals/new');
  return (
    <ul class="ways">
      <li>
        <a class="way main" href={`${file}?about=place`}>
          <Icon of="place" />
          <strong>{texts.report}</strong>
          <span>{texts.reportHint}</span>
        </a>
      </li>
      <li>
        <a class="way" href={`${file}?about=other`}>
          <Icon of="letter" />
          <strong>{texts.write}</strong>
          <span>{texts.writeHint}</span>
        </a>
      </li>
    </ul>
  );
};

/** The map of the city with the list beside it and the two ways in; then one's own case by number, the city's figures, and what happens next. */
export const HomePage = (props: HomePageProps): JSX.Element => {
  const { lang, texts, map, seek, filters, list, picture, island } = props;
  return (
    <>
      <div class="city">
        <div class="city-head">
          <h1>{texts.title}</h1>
          <p class="lead">{texts.lead}</p>
          <SeekForm lang={lang} texts={map} sought={seek} filters={filters.filters} />
        </div>
        <Ways lang={lang} texts={texts} />
        <a class="skip" href="#list">
          {map.skipMap}
        </a>
        <section class="map" id="map" aria-label={map.map}>
          <Island name="city-map" props={island}>
            <MapPicture {...picture} />
          </Island>
        </section>
        <section class="list" id="list" aria-labelledby="list-title" tabIndex={-1}>
          <h2 id="list-title">{map.list}</h2>
          <FiltersForm {...filters} />
          <CaseList {...list} />
        </section>
      </div>
      <div class="wide home">
        <div class="pair">
          <section aria-labelledby="find">
            <h2 id="find">{texts.find}</h2>
            <FindCase lang={lang} texts={texts} />
          </section>
          <Figures {...props} />
        </div>
        <Steps lang={lang} texts={texts} />
        <section class="callout voice" aria-labelledby="voice">
          <Icon of="phone" />
          <h2 id="voice">{texts.other}</h2>
          <p>{texts.otherText}</p>
        </section>
      </div>
    </>
  );
};
