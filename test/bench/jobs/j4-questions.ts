import { catalogue } from '#server/catalogue/index.ts';
import { database } from '#server/platform/database.ts';
import { Draw } from '#server/seeds/bulk/random.ts';
import { CHANNELS } from '#shared/domain/appeal.ts';

/** A question to the register: the query of its list. */
export type Question = Readonly<Record<string, string>>;

const STATUSES = ['submitted', 'registered', 'assigned', 'in_progress', 'answer_review', 'answered', 'closed'];
const VIEWS = ['open', 'unassigned', 'in_hand', 'overdue', 'answered'];
const WORD = /\p{L}{5,}/gu;
/** So many texts are read for the words of the questions. */
const TEXTS = 400;

/** Words that people wrote, each list from one text. */
async function wordsOfTexts(): Promise<string[][]> {
  const texts = database()
    .collection('cases')
    .find({}, { projection: { text: 1 } })
    .limit(TEXTS);
  const words: string[][] = [];
  for await (const { text } of texts) words.push([...new Set(String(text).match(WORD))]);
  return words.filter((list) => list.length >= 3);
}
/** So many questions of every kind: a view or a status, any filters, and up to three words of one text; the same for the same seed. */
export async function someQuestions(count: number, seed: number): Promise<Question[]> {
  const [texts, draw] = [await wordsOfTexts(), new Draw(seed, 4)];
  const categories = catalogue().categories.map(({ code }) => code);
  const departments = catalogue().departments.map(({ id }) => id);
  const districts: string[] = (await database().collection('cases').distinct('place.districtCode')).filter(Boolean);
  const one = (from: readonly string[]): string => from[Math.floor(draw.unit() * from.length)] ?? '';
  const maybe = (part: number, filter: () => Question): Question => (draw.unit() < part ? filter() : {});
  const day = (): string => `2026-${one(['02', '05', '08', '10'])}-${one(['01', '11', '21'])}`;
  return Array.from({ length: count }, () => {
    const words = one(texts.map((list) => list.join(' '))).split(' ');
    const terms = Math.floor(draw.unit() * 4);
    return {
      view: one(VIEWS),
      sort: one(['due', 'received', '-received']),
      ...maybe(0.2, () => ({ status: [...new Set([one(STATUSES), one(STATUSES)])].join(',') })),
      ...maybe(0.3, () => ({ category: one(categories) })),
      ...maybe(0.2, () => ({ district: one(districts) })),
      ...maybe(0.2, () => ({ department: one(departments) })),
      ...maybe(0.2, () => ({ channel: one(CHANNELS) })),
      ...maybe(0.2, () => ({ receivedFrom: day() })),
      ...(terms > 0 && { q: words.slice(0, terms).join(' ') }),
    };
  });
}
