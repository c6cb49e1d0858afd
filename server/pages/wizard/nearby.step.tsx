import { NearbyCases, type NearCard } from '#client/views/wizard/nearby-cases.tsx';
import { publicPhotosOf } from '#server/attachments/index.ts';
import { legalDateOf, today } from '#server/platform/clock.ts';
import type { NearCase } from '#server/register/index.ts';
import { dayInFull, daysBetween } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import { plural } from '#shared/texts/plural.ts';
import { categoryName } from '../case.names.ts';
import { type Visit, within } from '../frame.ts';
import { TEXTS } from '../texts.ts';
import type { KnownWorks } from './known-works.ts';
import { nearbyKey, nearbyOf } from './nearby.ts';
import { type Step, stepAfter, stepPath } from './step.ts';
import { stepPage } from './wizard.page.tsx';

/** So much of a text says what it is about, in UTF-16 units. */
const TITLE = 110;
/** Distances are rounded like the points that they lead to, in metres. */
const ROUGHLY_M = 10;

const firstWords = (text: string): string => {
  if (text.length <= TITLE) return text;
  const cut = text.slice(0, TITLE);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), TITLE / 2)).trimEnd()}…`;
};

async function cardOf({ found, metres }: NearCase, visit: Visit): Promise<NearCard> {
  const { lang } = visit;
  const { wizardNearby: texts } = TEXTS[lang];
  const { id, number, status, isOverdue, text, categoryCode, applicants, receivedAt, dueOn } = found;
  const [photo] = found.photoIds.length > 0 ? await publicPhotosOf(found.photoIds.slice(0, 1)) : [];
  const days = daysBetween(legalDateOf(new Date(receivedAt)), today());
  const roughly = metres === null ? null : Math.max(ROUGHLY_M, Math.round(metres / ROUGHLY_M) * ROUGHLY_M);
  return {
    ...{ id, number, status, isOverdue },
    title: text ? firstWords(text) : categoryName(categoryCode, lang),
    facts: [
      roughly === null ? texts.street : fill(texts.metres, { n: roughly }),
      days === 0 ? texts.today : plural(lang, days, texts.ago),
      plural(lang, applicants, texts.people),
    ],
    photo: photo ? `/files/${String(photo._id)}/thumb?copy=public` : null,
    mayJoin: dueOn !== null,
    page: within(visit, `/appeals/${number}`),
    follow: within(visit, `/news?case=${number}`),
  };
}

/** Whether it was reported already: near cases to join or to follow, and what the city knows of the place. Asked once for one place and topic. */
export const nearbyStep = (knownWorks: KnownWorks): Step => ({
  name: 'nearby',
  fields: ['ui.join', 'ui.nearby'],
  read: ({ form }, draft) => ({
    form: { ...(form['ui.join'] && { 'ui.join': form['ui.join'] }), 'ui.nearby': nearbyKey(draft?.values ?? {}) },
  }),
  async draw(request, state) {
    const { visit } = request;
    const { wizardNearby: texts, cases } = TEXTS[visit.lang];
    const { cases: near, works } = await nearbyOf(state.values, knownWorks, visit.lang);
    const cards = await Promise.all(near.map((one) => cardOf(one, visit)));
    const shown = works.map(({ id, text, until }) => ({ id, text, until: until && dayInFull(visit.lang, until) }));
    return stepPage(request, state, {
      name: 'nearby',
      question: texts.question,
      lead: cards.length > 0 ? texts.lead : works.length > 0 ? texts.leadWorks : undefined,
      labels: {},
      children: <NearbyCases cards={cards} works={shown} texts={texts} cases={cases} />,
    });
  },
  check: () => [],
  next: (values) => stepPath(values['ui.join'] ? 'you' : stepAfter('nearby', values)),
});
