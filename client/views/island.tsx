import type { ComponentChildren, JSX } from 'preact';
import type { CaseFilters, MapPlace } from '#shared/domain/map/filters.ts';
import type { Position } from '#shared/domain/map/mercator.ts';
import type { Lang, PluralForms } from '#shared/texts/plural.ts';
import type { CaseTexts } from '#shared/texts/uk/cases.ts';
import type { MapTexts } from '#shared/texts/uk/map.ts';
import type { PetitionWaitingTexts } from '#shared/texts/uk/petition-waiting.ts';
import type { WizardDetailsTexts } from '#shared/texts/uk/wizard-details.ts';
import type { WizardWhatTexts } from '#shared/texts/uk/wizard-what.ts';
import type { WizardWhereTexts } from '#shared/texts/uk/wizard-where.ts';

/** How many characters are left in the field with this id. */
interface CharactersLeftProps {
  fieldId: string;
  max: number;
  lang: Lang;
  left: PluralForms;
  over: PluralForms;
}
/** What the script of the map says; the rest stands on the page. */
export type CityMapWords = Pick<CaseTexts, 'statuses'> &
  Pick<
    MapTexts,
    | 'map'
    | 'mapHelp'
    | 'zoomIn'
    | 'zoomOut'
    | 'locate'
    | 'here'
    | 'locateRefused'
    | 'locateOutside'
    | 'cluster'
    | 'fresh'
    | 'nearer'
    | 'failed'
    | 'again'
  >;
/** The map of the city: what lies under it, where it looks, and its words. */
export interface CityMapProps {
  lang: Lang;
  /** Where the base drawing lies; `tiles` are shown in its place where the city has some. */
  base: string;
  tiles: { url: string; attribution: string } | null;
  /** Where the address says to look; null for the whole city. */
  at: MapPlace | null;
  filters: CaseFilters;
  chosen: string | null;
  /** The place that was looked for. */
  pin: Position | null;
  words: CityMapWords;
}
/** Every island and what it is told; it travels as JSON in `data-props`, so it holds plain data only. */
export interface Islands {
  'characters-left': CharactersLeftProps;
  'city-map': CityMapProps;
  /** The same map in a frame on another site; `topics` are names by codes, `open` words the link to a case. */
  'embed-map': Omit<CityMapProps, 'chosen' | 'pin'> & { topics: Readonly<Record<string, string>>; open: string };
  /** Suggests addresses while one is typed; `districts` are names by codes, `next` words the button once one is chosen. */
  'address-search': Pick<WizardWhereTexts, 'formerly' | 'wholeDistrict' | 'options' | 'noOptions'> & {
    fieldId: string;
    lang: Lang;
    districts: Readonly<Record<string, string>>;
    next: string;
  };
  /** A button that asks the device where it is. */
  'find-me': WizardWhereTexts['here'];
  /** A live map to put a pin on; it reads and writes the form's own fields. */
  'pin-map': Pick<CityMapProps, 'lang' | 'base' | 'tiles'> & {
    words: Pick<WizardWhereTexts['pin'], 'map' | 'aim' | 'drop' | 'put' | 'again' | 'pinned' | 'near'> &
      Pick<WizardWhereTexts, 'outside'> &
      Pick<WizardWhereTexts['pin']['moves'], 'nearer' | 'farther'>;
  };
  /** Shows only the topics that what is typed fits. */
  'topic-search': { fieldId: string; lang: Lang } & Pick<WizardWhatTexts, 'found' | 'nothing'>;
  /** A part that follows one case, by its id or by a short link; `changed` words a new state, `live` says that it keeps up. */
  'live-part': { caseId?: string; link?: string; changed?: string; live?: string };
  /** A part that keeps the count of a petition's signatures, by its number. */
  'petition-live': {
    petition: number;
    lang: Lang;
    words: { missing: PluralForms; enough: string; methodCounts: string; changed: string };
  };
  /** Sends chosen files to `action` one by one; `tooLarge` is said of one that is larger than any of its kind may be. */
  'file-sender': { action: string; tooLarge: string; words: WizardDetailsTexts['sending'] };
  /** Counts the seconds until a code can be asked for anew; `left` has a place for `{seconds}`. */
  'resend-wait': { seconds: number; left: string; ready: string };
  /**
   * Counts the seconds until a page that waits is tried again, at `at`; where it `sends`, its form is then sent by itself, within
   * half as long again.
   */
  'wait-turn': {
    seconds: number;
    at: string;
    lang: Lang;
    sends: boolean;
    words: Pick<PetitionWaitingTexts, 'next' | 'byItself' | 'left' | 'ready' | 'trying' | 'stop' | 'stopped'>;
  };
  /** A button that copies the address of a page of ours. */
  'copy-link': { address: string; label: string; done: string; failed: string };
  /** A button that prints the page. */
  'print-page': { label: string };
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
