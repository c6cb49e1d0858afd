import { render } from 'preact';
import { readCatalogue } from '#shared/contract/catalogue.ts';
import { whoAmI } from '#shared/contract/identity.ts';
import { listDistricts } from '#shared/contract/places.ts';
import { legalDateIn } from '#shared/domain/legal-clock/kyiv-time.ts';
import type { Lang } from '#shared/texts/plural.ts';
import { DeskApp } from './desk/desk-app.tsx';
import { type DeskWords, wordsIn } from './desk/words.ts';
import { call, Refusal } from './platform/api.ts';
import { addressIn } from './views/layout.tsx';

const lang: Lang = document.documentElement.lang === 'en' ? 'en' : 'uk';

/** In place of a desk that could not be opened: why, and the way to try again. */
const Unopened = ({ words: { desk }, why }: { words: DeskWords; why: string }) => (
  <main class="unopened">
    <h1>{desk.trouble.start}</h1>
    <p>{why}</p>
    <button type="button" class="button primary" onClick={() => location.reload()}>
      {desk.trouble.retry}
    </button>
  </main>
);

const whoAndWhat = () => Promise.all([call(whoAmI, {}), call(readCatalogue, {}), call(listDistricts, {})]);

/** Opens the desk in its place on the page, by the clock of the server, which may be ahead of this machine's. */
async function open(place: HTMLElement): Promise<void> {
  const aheadMs = Date.parse(place.dataset.now ?? '') - Date.now() || 0;
  const [words, asked] = await Promise.all([
    wordsIn(lang),
    whoAndWhat().then(
      ([me, catalogue, { items: districts }]) => ({ me, catalogue: { ...catalogue, districts } }),
      (error: unknown) => ({ error }),
    ),
  ]);
  const ground = { ...place.dataset };
  place.replaceChildren();
  if ('me' in asked) {
    const today = () => legalDateIn(new Date(Date.now() + aheadMs));
    const { base = '', tiles = '', attribution = '' } = ground;
    const under = { base, tiles: tiles ? { url: tiles, attribution } : null };
    return render(<DeskApp lang={lang} words={words} today={today} ground={under} {...asked} />, place);
  }
  const refused = asked.error instanceof Refusal ? asked.error.problem : null;
  if (refused?.status === 401) {
    const next = encodeURIComponent(location.pathname + location.search);
    return location.assign(addressIn(lang, `/desk/sign-in?next=${next}`));
  }
  render(<Unopened words={words} why={refused?.title ?? words.desk.trouble.offline} />, place);
}
const place = document.getElementById('desk');
if (place) void open(place);
