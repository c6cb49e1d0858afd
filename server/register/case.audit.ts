import { type Chain, type HistoryFault, withoutHistory } from '#server/history/index.ts';
import { saltedDigest } from '#server/platform/secrets.ts';
import { type Answer, AnswerModel } from './answer.model.ts';
import { factsOf } from './case.facts.ts';
import { type Case, CaseModel } from './case.model.ts';
import { type CaseDocument, CaseDocumentModel } from './case-document.model.ts';
import { type Feedback, FeedbackModel } from './feedback.model.ts';
import { type Note, NoteModel } from './note.model.ts';
import { regimeOf } from './regime.ts';

/** The digests of a case's texts, and how many of them were erased with their salts, as the law on personal data demands. */
interface Texts {
  digests: Set<string>;
  erased: number;
}
const add = (texts: Texts | undefined, salt: string | null | undefined, words: string): void => {
  if (!texts) return;
  if (salt) texts.digests.add(saltedDigest(salt, words));
  else texts.erased += 1;
};
const addWords = (texts: Texts | undefined, found: Case): void => {
  const regime = regimeOf(found.regime);
  if (texts && regime.textOf(found)) texts.digests.add(regime.digestOf(found));
  else if (texts) texts.erased += 1;
};

/** The texts that each of these cases has now, by the case's id; a part that was split off has its words in its own case. */
async function textsOf(cases: readonly Case[]): Promise<ReadonlyMap<string, Texts>> {
  const ids = cases.map(({ _id }) => _id);
  const ofThese = { caseId: { $in: ids } };
  const [answers, feedback, documents, notes, parts] = await Promise.all([
    AnswerModel.find(ofThese).select('caseId salt text').lean<Pick<Answer, 'caseId' | 'salt' | 'text'>[]>(),
    FeedbackModel.find(ofThese).lean<Feedback[]>(),
    CaseDocumentModel.find(ofThese).lean<CaseDocument[]>(),
    NoteModel.find(ofThese).select('caseId salt words gone').lean<Pick<Note, 'caseId' | 'salt' | 'words' | 'gone'>[]>(),
    CaseModel.find({ links: { $elemMatch: { kind: 'partOf', id: { $in: ids } } }, 'links.id': { $in: ids } }).lean<
      Case[]
    >(),
  ]);
  const texts = new Map<string, Texts>(cases.map(({ _id }) => [String(_id), { digests: new Set(), erased: 0 }]));
  for (const found of cases) addWords(texts.get(String(found._id)), found);
  for (const part of parts)
    for (const { kind, id } of part.links) if (kind === 'partOf') addWords(texts.get(String(id)), part);
  for (const { caseId, salt, text } of answers) add(texts.get(String(caseId)), salt, text);
  for (const { caseId, salt, reason } of feedback) add(texts.get(String(caseId)), salt, reason ?? '');
  for (const { caseId, salt, words } of documents) add(texts.get(String(caseId)), salt, words);
  for (const { caseId, salt, words, gone } of notes) {
    if (salt !== null) add(texts.get(String(caseId)), salt, words ?? '');
    for (const digest of gone) texts.get(String(caseId))?.digests.add(digest);
  }
  return texts;
}

/** Adds the answers that merged cases were given: they lie with the case into which these went. */
async function addLentAnswers(chains: readonly Chain[], texts: ReadonlyMap<string, Texts>): Promise<void> {
  const lent = chains.flat().filter(({ from, docDigest }) => from === 'merged' && docDigest !== null);
  if (lent.length === 0) return;
  const answers = await AnswerModel.find({ digest: { $in: lent.map(({ docDigest }) => docDigest) } })
    .select('salt text digest')
    .lean<Pick<Answer, 'salt' | 'text' | 'digest'>[]>();
  const known = new Set(answers.map(({ salt, text, digest }) => (salt ? saltedDigest(salt, text) : digest)));
  for (const { subject, docDigest } of lent)
    if (docDigest && known.has(docDigest)) texts.get(subject.id)?.digests.add(docDigest);
}

/** What it means that a fact of the last event is not the case's own; a fact that older events lack is not asked for. */
const FACT_FAULTS: Readonly<Record<string, HistoryFault>> = {
  version: 'versionChanged',
  dueOn: 'dateChanged',
  receivedAt: 'dateChanged',
  departmentId: 'executorChanged',
  number: 'fieldChanged',
  regime: 'fieldChanged',
  channel: 'fieldChanged',
  categoryCode: 'fieldChanged',
  result: 'fieldChanged',
};
function faultOf(chain: Chain, found: Case | undefined, texts: Texts | undefined): HistoryFault | null {
  const last = chain.at(-1);
  if (!found || !last || !texts) return 'caseGone';
  if (found.status !== last.to) return 'statusChanged';
  const facts = factsOf(found);
  for (const [name, fault] of Object.entries(FACT_FAULTS))
    if (name in last.facts && last.facts[name] !== facts[name]) return fault;
  const unknown = new Set(
    chain.flatMap(({ docDigest }) => (docDigest && !texts.digests.has(docDigest) ? docDigest : [])),
  );
  return unknown.size > texts.erased ? 'textChanged' : null;
}

/**
 * Whether cases are what their whole histories say: state, version, dates and executor are the last events', and no text that an
 * event names was changed. Of each chain what is wrong, or null; of one that is about no case nothing is said.
 */
export async function auditCases(chains: readonly Chain[]): Promise<(HistoryFault | null)[]> {
  const idOf = ([first]: Chain): string | null => (first?.subject.kind === 'case' ? first.subject.id : null);
  const ids = chains.flatMap((chain) => idOf(chain) ?? []);
  const cases = await CaseModel.find({ _id: { $in: ids } }).lean<Case[]>();
  const byId = new Map(cases.map((found) => [String(found._id), found]));
  const texts = await textsOf(cases);
  await addLentAnswers(chains, texts);
  return chains.map((chain) => {
    const id = idOf(chain);
    return id === null ? null : faultOf(chain, byId.get(id), texts.get(id));
  });
}

/** Cases that are asked about at once. */
const BATCH = 5_000;
/** The ids of cases that have no history at all: it was removed whole. Walks ids alone. */
export async function casesWithoutHistory(): Promise<string[]> {
  const found: string[] = [];
  const rows = CaseModel.collection.find({}).project({ _id: 1 }).batchSize(BATCH);
  while (await rows.hasNext())
    found.push(
      ...(await withoutHistory(
        'case',
        rows.readBufferedDocuments().map(({ _id }) => String(_id)),
      )),
    );
  return found;
}
