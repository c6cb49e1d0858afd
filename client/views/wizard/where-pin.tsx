import type { JSX } from 'preact';
import { Field } from '#client/views/forms/field.tsx';
import { fieldId, HintAndError } from '#client/views/forms/parts.tsx';
import { SubmitButton } from '#client/views/forms/submit-button.tsx';
import { TextArea } from '#client/views/forms/text-area.tsx';
import { Island, type Islands } from '#client/views/island.tsx';
import { fill } from '#shared/texts/fill.ts';
import type { WizardWhereTexts } from '#shared/texts/uk/wizard-where.ts';
import type { FieldAt } from './field-at.ts';

/** One picture of the map to press on; shown where the screen has room for it. */
interface Picture {
  name: string;
  src: string;
  width: number;
  height: number;
}
/** The place on a street or on the map. */
export interface WherePinProps {
  at: FieldAt;
  /** The street that was chosen; null where only the map says where. */
  street: string | null;
  pictures: readonly Picture[];
  /** What part of the map is shown: `zoom/lng/lat`. */
  look: string;
  pin: readonly [lng: number, lat: number] | null;
  /** What lies at the pin, in words. */
  pinnedAt: string | null;
  isOutside: boolean;
  /** Leads back to the search, with the language's prefix. */
  search: string;
  /** Whom to name for the map, where that is owed. */
  credit: string | null;
  /** What a live map shows. */
  map: Pick<Islands['pin-map'], 'lang' | 'base' | 'tiles'>;
  texts: WizardWhereTexts;
  optional: string;
}
const MOVES = ['nearer', 'farther', 'north', 'south', 'west', 'east'] as const;

/** The words of the live map. */
function scriptWords({ pin, outside }: WizardWhereTexts): Islands['pin-map']['words'] {
  const { map, aim, drop, put, again, pinned, near, moves } = pin;
  return { map, aim, drop, put, again, pinned, near, outside, nearer: moves.nearer, farther: moves.farther };
}

/** The map as a picture: a press puts the pin, buttons move what it shows. Scripts put a live map in its place. */
const PinMap = ({ at, pictures, look, pin, pinnedAt, credit, map, texts }: WherePinProps): JSX.Element => {
  const words = texts.pin;
  const point = at('place.point');
  const [lng, lat] = pin ?? [at('place.point.coordinates.0').value ?? '', at('place.point.coordinates.1').value ?? ''];
  return (
    <section class={point.error ? 'pin-map wrong' : 'pin-map'} id="map" tabIndex={-1} aria-labelledby="map-title">
      <h2 id="map-title">{words.map}</h2>
      <HintAndError name="place.point" label={words.point} error={point.error} />
      <input type="hidden" name="place.point.coordinates.0" value={lng} />
      <input type="hidden" name="place.point.coordinates.1" value={lat} />
      <input type="hidden" name="ui.view" value={look} />
      <p role="status" id={fieldId('place.point')} tabIndex={-1}>
        {pinnedAt && fill(words.pinned, { place: pinnedAt })}
      </p>
      <Island name="pin-map" props={{ ...map, words: scriptWords(texts) }}>
        <p class="hint" id="map-hint">
          {words.mapHint}
        </p>
        {pictures.map(({ name, src, width, height }) => (
          <div class={`picture ${name.replace('ui.', '')}`} key={name}>
            <input type="image" name={name} src={src} width={width} height={height} alt={words.picture} />
          </div>
        ))}
        <p class="map-moves">
          {MOVES.map((move) => (
            <button key={move} type="submit" class="button" name="ui.do" value={move}>
              {words.moves[move]}
            </button>
          ))}
          <button type="submit" class="button" name="ui.do" value="middle">
            {words.middle}
          </button>
        </p>
      </Island>
      {credit && <p class="hint">{credit}</p>}
      {pin && (
        <SubmitButton kind="quiet" name="ui.do" value="unpin">
          {words.unpin}
        </SubmitButton>
      )}
    </section>
  );
};

/** The place more exactly: house or landmark, and a pin that nobody has to put who named a street. */
export const WherePin = (props: WherePinProps): JSX.Element => {
  const { at, street, pin, isOutside, search, texts, optional } = props;
  const words = texts.pin;
  return (
    <>
      {/* Enter in a field sends the form by its first button, which must not be one of the map's. */}
      <button type="submit" class="unseen" tabIndex={-1} aria-hidden="true" />
      <input type="hidden" name="ui.way" value="pin" />
      {isOutside && <p class="callout late">{texts.outside}</p>}
      {street === null && <PinMap {...props} />}
      {street !== null && (
        <>
          <p>
            <strong>{street}</strong> <a href={search}>{words.change}</a>
          </p>
          <Field
            {...at('ui.house')}
            label={words.house}
            hint={words.houseHint}
            autocomplete="off"
            width="code"
            maxLength={40}
            optional={optional}
          />
        </>
      )}
      {street === null && (
        <Field {...at('place.address')} label={words.address} autocomplete="off" optional={optional} />
      )}
      <TextArea
        {...at('place.description')}
        label={words.landmark}
        hint={words.landmarkHint}
        rows={2}
        optional={optional}
      />
      {street !== null && !pin && <p class="hint">{words.coarse}</p>}
      {street !== null && <PinMap {...props} />}
    </>
  );
};
