import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import mongoose from 'mongoose';
import { database } from '#server/platform/database.ts';
import type { Actor } from '#server/platform/policy.ts';
import { orderOf, wantedBy } from '#server/register/case-index/case-question.ts';
import { storedCases } from '#server/register/case-index/stored-cases.ts';
import { listCases, type RegisterView } from '#shared/contract/register-list.ts';
import { aDraft } from '../../support/appeals.ts';
import type { BenchCity, Site } from '../city.ts';
import { quantile, ratioOf } from '../figures.ts';
import type { Result } from '../results.ts';
import { interleaved, timed } from '../rounds.ts';
import { type Question, someQuestions } from './j4-questions.ts';

const MILLION = 1_000_000;
const ROUNDS = 5;
const QUESTIONS = 1_000;
/** So many of the questions are asked of MongoDB too. */
const ASKED_TWICE = 80;
/** Texts that MongoDB alone is let read for one answer. */
const MOST_READ = 20_000;
const CHANGES = 20;
/** While the index loads, MongoDB answers: asked too often it would slow the loading down. */
const PAUSE_MS = 2_000;
const PER_PAGE = 50;
/** The register gives no more at once. */
const MOST_PER_PAGE = 100;
const DEEP_PAGE = 5_000;
/** Forms of words that many texts hold, as residents and operators write them. */
const SEARCHES = ['ліхтар', 'яма дорога', 'вода підвал'];
const ANSWERED: Question = { view: 'answered', sort: '-received' };
/** Who may read every case; MongoDB's own answers are asked in that name. */
const READER: Actor = {
  kind: 'staff',
  id: 'bench',
  permissions: new Set(['case.readAny']),
  caseIds: new Set(),
  knownCaseIds: new Set(),
  joinedCaseIds: new Set(),
};

interface Page {
  items: { id: string }[];
  next: string | null;
  total: number;
  counts: Record<RegisterView, number>;
}
const addressOf = (question: Question): string => `/api/v1/register?${new URLSearchParams(question)}`;
const listOf = (site: Site, question: Question): Promise<Page> => site.get<Page>(addressOf(question));
const naiveOf = (site: Site, query: Question): Promise<{ items: { _id: string }[]; total: number }> =>
  site.get(`/appeals?${new URLSearchParams(query)}`);
const idsOf = ({ items }: Page): string[] => items.map(({ id }) => id);

/** Waits until the index answers; how long that took from now, in milliseconds. */
async function untilLoaded(base: Site): Promise<number> {
  const began = performance.now();
  for (;;) {
    await listOf(base, { ...ANSWERED, limit: '1' });
    if (/case_lists_total\{by="index"\} [1-9]/.test(await base.text('/metrics'))) return performance.now() - began;
    await pause(PAUSE_MS);
  }
}
/** The floor: the bare driver fetches the cases of a page whose ids are known. */
async function fetchByIds(ids: readonly string[]): Promise<string[]> {
  const wanted = ids.map((id) => new mongoose.Types.ObjectId(id));
  const found = await database()
    .collection('cases')
    .find({ _id: { $in: wanted } })
    .toArray();
  return found.map(({ _id }) => String(_id));
}
/** What MongoDB alone answers to the same question; null where it would have to read too many texts for the words. */
async function storedAnswer(question: Question): Promise<{ ids: string[]; total: number } | null> {
  const query = listCases.query.parse(question);
  const { filter, terms = [] } = wantedBy(READER, query);
  const [fitting = 0] = await storedCases.counts([filter]);
  if (terms.length > 0 && fitting > MOST_READ) return null;
  const { rows, total } = await storedCases.page(wantedBy(READER, query), orderOf(query), {
    after: null,
    limit: PER_PAGE,
  });
  return { ids: rows.map(({ id }) => id), total };
}
/** Walks to a deep page by the links of larger pages before; answers its address. */
async function deepPage(site: Site, pages: number): Promise<Question> {
  let left = (pages - 1) * PER_PAGE;
  let question = ANSWERED;
  while (left > 0) {
    const limit = Math.min(left, MOST_PER_PAGE);
    const { next } = await listOf(site, { ...question, limit: String(limit) });
    if (!next) throw new Error(`the list ends ${left} cases too early`);
    question = { ...ANSWERED, cursor: next };
    left -= limit;
  }
  return question;
}

async function search(result: Result, ours: Site, naive: Site): Promise<void> {
  const { times } = await interleaved(
    {
      ours: async () => {
        for (const q of SEARCHES) await listOf(ours, { view: 'answered', sort: '-received', q });
      },
      naive: async () => {
        for (const q of SEARCHES) await naiveOf(naive, { status: 'answered,closed', q });
      },
    },
    ROUNDS,
  );
  result.times(`${SEARCHES.length} searches, ours`, times.ours);
  result.times(`${SEARCHES.length} searches, naive`, times.naive);
  const ratio = ratioOf(times.naive, times.ours);
  result.ratio('naive', 'search', ratio);
  result.target('search', { bar: '≥ 300 times the naive', isMet: ratio.ratio >= 300 }, MILLION);
}
async function depth(result: Result, ours: Site, naive: Site): Promise<void> {
  const { total } = await listOf(ours, ANSWERED);
  const page = Math.min(DEEP_PAGE, Math.floor(total / PER_PAGE));
  const deep = await deepPage(ours, page);
  const ids = idsOf(await listOf(ours, deep));
  const { times, answers } = await interleaved(
    {
      deep: async () => idsOf(await listOf(ours, deep)),
      first: async () => idsOf(await listOf(ours, ANSWERED)),
      floor: async () => fetchByIds(ids),
      naive: async () => {
        const { items } = await naiveOf(naive, { status: 'answered,closed', page: String(page) });
        return items.map(({ _id }) => _id);
      },
    },
    ROUNDS * 4,
  );
  assert.deepEqual(answers.deep, answers.naive, 'both turn to the same page');
  assert.deepEqual(new Set(answers.floor), new Set(ids));
  result.times(`page ${page}, ours`, times.deep);
  result.times('page 1, ours', times.first);
  result.times(`page ${page}, naive`, times.naive);
  const [rival, own] = [ratioOf(times.naive, times.deep), ratioOf(times.deep, times.first)];
  result.ratio('naive', 'deep page', rival);
  result.ratio('floor', 'deep page against the bare fetch of its cases', ratioOf(times.deep, times.floor));
  result.ratio('floor', 'deep page against the first', own);
  result.target('deep page', { bar: '≥ 40 times the naive', isMet: rival.ratio >= 40 }, MILLION);
  result.target('deep page against the first', { bar: '≤ 1.3', isMet: own.ratio <= 1.3 }, MILLION);
}
async function anyQuestion(result: Result, ours: Site): Promise<void> {
  const questions = await someQuestions(QUESTIONS, 1);
  const [times, floor, trips]: [number[], number[], number[]] = [[], [], []];
  let checked = 0;
  for (const [nth, question] of questions.entries()) {
    const { ms, answer } = await timed(() => listOf(ours, question));
    times.push(ms);
    // What no list can do without, of the same cases in the same moment: their fetch, and the mere way to MongoDB and back.
    floor.push((await timed(() => fetchByIds(idsOf(answer)))).ms);
    trips.push((await timed(() => database().admin().ping())).ms);
    if (nth % Math.ceil(QUESTIONS / ASKED_TWICE) !== 0) continue;
    const stored = await storedAnswer(question);
    if (!stored) continue;
    assert.deepEqual({ ids: idsOf(answer), total: answer.total }, stored, addressOf(question));
    checked += 1;
  }
  assert.ok(checked >= ASKED_TWICE / 4, `only ${checked} answers were compared`);
  result.times(`any of ${QUESTIONS} questions`, times);
  result.times('the bare fetch of their cases', floor);
  result.times('an empty trip to MongoDB', trips);
  result.ratio('floor', 'any question against the bare fetch of its cases', ratioOf(times, floor));
  const p99 = quantile(times, 0.99);
  result.target('any question, p99', { bar: '≤ 15 ms', isMet: p99 <= 15 }, MILLION);
}
/** Cases that come in and are registered: each is looked for in the very next list. */
async function freshness(result: Result, ours: Site): Promise<void> {
  const times: number[] = [];
  let seen = 0;
  const lookFor = async (id: string, view: RegisterView): Promise<void> => {
    const { ms, answer } = await timed(() => listOf(ours, { view, sort: '-received', limit: '100' }));
    times.push(ms);
    if (idsOf(answer).includes(id)) seen += 1;
  };
  for (let n = 0; n < CHANGES; n += 1) {
    const { id } = await ours.post<{ id: string }>('/api/v1/register/appeals', { ...aDraft(), channel: 'phone' });
    await lookFor(id, 'new');
    const { version } = await ours.get<{ version: number }>(`/api/v1/register/${id}`);
    await ours.post(`/api/v1/register/${id}/register`, { expectedVersion: version, questionGroup: 9 });
    await lookFor(id, 'unassigned');
  }
  result.times('the list after a change', times);
  result.target('a saved change is in the next list', { bar: 'each time', isMet: seen === 2 * CHANGES });
}

/** J4: the register's lists, filters, words and deep pages against regular expressions and skips over the same collection. */
export async function j4(result: Result, city: BenchCity): Promise<void> {
  const [ours, naive] = [await city.web('operator'), await city.naive()];
  result.times('from an open port to the index answering', [await untilLoaded(ours)]);
  await anyQuestion(result, ours);
  await search(result, ours, naive);
  await depth(result, ours, naive);
  await freshness(result, ours);
}
