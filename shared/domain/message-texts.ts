import { type SmsLength, smsLength, smsRoom } from './sms-segments.ts';

/** The address under which texts are measured where the city has none that everybody can reach. */
export const SAMPLE_SITE = 'omr.gov.ua';
/**
 * What can be filled into a text, with the longest value of each kind. No place holds a name, an address, a complaint's words or
 * anything of health, so that no edition of a text can send them (Law 2297-VI, art. 7; Law 393/96-ВР, art. 10).
 */
const SAMPLES = {
  code: () => '123456',
  site: (site: string) => site,
  number: () => '2600123452',
  petition: () => '1234',
  threshold: () => '1000',
  due: () => '17.03.2026',
  dueShort: () => '17.03',
  result: () => 'роз’яснено',
  where: (site: string) => `${site}/c/7KQ2M4P`,
} as const;
/** The name of a place, as it stands in braces. */
export type MessagePlace = keyof typeof SAMPLES;
const PLACES = Object.keys(SAMPLES) as MessagePlace[];
/** A value for every place, where the city is reached at `site` (no scheme). */
export const samplePlaces = (site: string): Readonly<Record<MessagePlace, string>> =>
  Object.fromEntries(PLACES.map((place) => [place, SAMPLES[place](site)])) as Record<MessagePlace, string>;

/** What stands at `where` for those who have no link: one Cyrillic letter of it takes the whole text out of the Latin alphabet. */
const BY_PHONE = 'тел. 15-35';

/** What a text has to say and what more it can. */
interface MessageTextRule {
  /** Of each of these sets one place is needed. */
  needs: readonly (readonly MessagePlace[])[];
  may?: readonly MessagePlace[];
  /** Parts that are paid for, at the most. */
  parts: number;
}
/** By the link of `where` the addressee turns texts off (Law 1089-IX, art. 120), so that no text about a case goes without it. */
const [NUMBER, PETITION, WHERE] = [['number'], ['petition'], ['where']] as const;
const ofCase = { needs: [NUMBER, WHERE], parts: 1 } as const;
const ofPetition = { needs: [PETITION, WHERE], parts: 1 } as const;
const DUE = ['due', 'dueShort'] as const;
/** The texts that events call for, by the names under which rules and the ledger know them. */
export const MESSAGE_TEXTS = {
  otp: { needs: [['code'], ['site']], parts: 1 },
  'appeal.registered': { needs: [NUMBER, DUE, WHERE], parts: 1 },
  'appeal.question': { ...ofCase, may: DUE },
  'appeal.extended': { needs: [NUMBER, DUE, WHERE], parts: 1 },
  'appeal.forwarded': ofCase,
  'appeal.returned': ofCase,
  'appeal.terminated': ofCase,
  'appeal.answered': { needs: [NUMBER, ['result'], WHERE], parts: 1 },
  'petition.published': { needs: [PETITION, ['due'], WHERE], parts: 1 },
  'petition.rejected': ofPetition,
  'petition.threshold': { ...ofPetition, may: ['threshold'] },
  'petition.answered': ofPetition,
  'petition.failed': ofPetition,
} as const satisfies Readonly<Record<string, MessageTextRule>>;
/** The name of a text; rules and the ledger name texts by it. */
export type SmsTemplate = keyof typeof MESSAGE_TEXTS;
export const SMS_TEMPLATES = Object.keys(MESSAGE_TEXTS) as [SmsTemplate, ...SmsTemplate[]];
const ruleOf = (template: SmsTemplate): MessageTextRule => MESSAGE_TEXTS[template];
/** The places of a text, the needed ones first. */
export const placesOf = (template: SmsTemplate): MessagePlace[] => {
  const { needs, may = [] } = ruleOf(template);
  return [...needs.flat(), ...may];
};
/** The parts that a text may take at the most. */
export const partsAllowed = (template: SmsTemplate): number => ruleOf(template).parts;

/** What is wrong with the words of a text. */
export type MessageTextFault =
  | { code: 'empty' | 'signs' | 'link' }
  /** What stands in the braces, or the brace that has no other. */
  | { code: 'place-unknown'; said: string }
  /** The places of which one is needed, in braces. */
  | { code: 'place-missing'; said: string }
  /** Units that it takes and units that it may take. */
  | { code: 'too-long'; said: string };

const PLACE = /\{([^{}]*)\}/g;
/** Line ends, control and direction marks, unpaired surrogates: what a phone shows otherwise than the desk, or not at all. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
/** What phones make a link of: a scheme, `www.`, an IPv4 address, a name with a Latin or one of the Cyrillic last parts. */
const LINK =
  /:\/\/|www\.|(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])|[\p{L}\p{N}-]\.(?:[a-z]{2,}|укр|рф|бел|рус|ею|онлайн|сайт|орг)(?![\p{L}\p{N}])/iu;
/** Signs that end a sentence or hold a word, and are no part of a link. */
const AROUND = /^[("«„“]+|[)"»”“.,;:!?]+$/gu;

const isPlace = (name: string): name is MessagePlace => PLACES.some((place) => place === name);
const braced = (place: string): string => `{${place}}`;
/** The words with a value in every place. */
export const filledText = (text: string, places: Readonly<Record<MessagePlace, string>>): string =>
  text.replace(PLACE, (whole, name: string) => (isPlace(name) ? places[name] : whole));
/** What a text costs on the way at the most, filled with the longest values of its places. */
export function messageTextLength(text: string, site: string): SmsLength {
  const places = samplePlaces(site);
  const [byLink, byPhone] = [places, { ...places, where: BY_PHONE }].map((each) =>
    smsLength(filledText(text, each)),
  ) as [SmsLength, SmsLength];
  return byPhone.parts > byLink.parts ? byPhone : byLink;
}

function unknownIn(template: SmsTemplate, text: string): MessageTextFault[] {
  const known = placesOf(template);
  const named = [...text.matchAll(PLACE)].map(([, name = '']) => name).filter((name) => !known.some((k) => k === name));
  const alone = text.replace(PLACE, '').match(/[{}]/g) ?? [];
  return [...new Set([...named.map(braced), ...alone])].map((said) => ({ code: 'place-unknown', said }));
}
const missingIn = (template: SmsTemplate, text: string): MessageTextFault[] =>
  ruleOf(template)
    .needs.filter((set) => !set.some((place) => text.includes(braced(place))))
    .map((set) => ({ code: 'place-missing', said: set.map(braced).join(', ') }));
/** A link is the city's own where it is, to the letter, what a place stands for; all else may lead anywhere. */
function hasForeignLink(filled: string, { where, site }: Readonly<Record<MessagePlace, string>>): boolean {
  const words = filled.split(/\s+/).map((word) => word.replace(AROUND, ''));
  return words.some((word) => LINK.test(word) && word !== where && word !== site);
}

/**
 * Everything that keeps words from being used for a text, each thing by itself; none where they may go out. `site` is where
 * the city is reached, without a scheme: the parts are counted with its links.
 */
export function messageTextFaults(template: SmsTemplate, text: string, site: string): MessageTextFault[] {
  if (text.trim() === '') return [{ code: 'empty' }];
  const places = samplePlaces(site);
  const filled = filledText(text, places);
  const faults = [...unknownIn(template, text), ...missingIn(template, text)];
  if (UNSEEN.test(text)) faults.push({ code: 'signs' });
  if (hasForeignLink(filled, places)) faults.push({ code: 'link' });
  const { encoding, units, parts } = messageTextLength(text, site);
  const allowed = partsAllowed(template);
  if (parts > allowed) faults.push({ code: 'too-long', said: `${units} > ${smsRoom(encoding, allowed)}` });
  return faults;
}
