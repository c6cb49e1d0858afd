import { partPriceOn, type Recipient, textsTo } from '#server/notifications/index.ts';
import { today } from '#server/platform/clock.ts';
import type { Actor, Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import { audienceOfCase, type Case, casePolicy, casesById, refusalOfMove } from '#server/register/index.ts';
import type { Bulk, BulkOrder, BulkPreview, BulkRefusal } from '#shared/contract/bulk.ts';
import type { FieldError } from '#shared/domain/problems.ts';
import type { EventKind } from '#shared/domain/workflow.ts';
import { inputFor } from './bulk.input.ts';
import { BulkModel, type BulkRow } from './bulk.model.ts';

type Cases = ReadonlyMap<string, Case>;
const casesOf = async (ids: readonly string[]): Promise<Cases> =>
  new Map((await casesById(ids)).map((found) => [String(found._id), found]));
const refusal = (actor: Actor | Visitor, cases: Cases, id: string, code: BulkRefusal['code']): BulkRefusal => {
  const found = cases.get(id);
  return { id, number: found && casePolicy.read(actor, found) ? found.number : null, code };
};

/** An order with what became of each case, as its owner may see it. */
export async function presentBulk(actor: Actor | Visitor, { _id, verb, state, runAt, cases }: BulkRow): Promise<Bulk> {
  const refused = cases.filter(({ outcome }) => outcome !== null && outcome !== 'done');
  const known = await casesOf(refused.map(({ caseId }) => String(caseId)));
  return {
    id: String(_id),
    verb,
    state,
    runAt: runAt.toISOString(),
    total: cases.length,
    done: cases.filter(({ outcome }) => outcome === 'done').length,
    refused: refused.map(({ caseId, outcome }) =>
      refusal(actor, known, String(caseId), outcome as BulkRefusal['code']),
    ),
  };
}
/** One’s own order; 404 for anybody else’s. */
export async function bulkOf(actor: Actor | Visitor, id: string): Promise<BulkRow> {
  const row = await BulkModel.findOne({ _id: id, actorId: actor?.id ?? '' }).lean<BulkRow>();
  if (!row) throw new Problem('not-found');
  return row;
}
/** What is wrong with the order itself: faults of its input for which every case refuses it. */
function faultsOfAll(problems: readonly (Problem | null)[]): FieldError[] {
  const [first] = problems;
  const errors = first?.code === 'fields.invalid' ? ((first.details.errors ?? []) as FieldError[]) : [];
  const said = JSON.stringify(errors);
  const areAll = problems.every((problem) => problem && JSON.stringify(problem.details.errors ?? []) === said);
  return areAll ? errors.map((error) => ({ ...error, path: `input.${error.path}` })) : [];
}
const PEOPLE_AT_ONCE = 1_000;
/** How many texts an event of this kind about a case would send, counted some people at a time. */
async function textsAbout(caseId: string, kind: EventKind): Promise<number> {
  let [texts, after]: [number, string | null] = [0, null];
  do {
    const some: Recipient[] = await audienceOfCase(caseId, { after, most: PEOPLE_AT_ONCE });
    texts += textsTo(kind, some);
    after = some.length < PEOPLE_AT_ONCE ? null : (some.at(-1)?.id ?? null);
  } while (after !== null);
  return texts;
}

/**
 * What an order would do now: which cases refuse it and why, and how many people would get a text. 422 where its input is wrong
 * for all of them.
 */
export async function previewOf(actor: Actor | Visitor, { verb, input, cases }: BulkOrder): Promise<BulkPreview> {
  const known = await casesOf(cases.map(({ id }) => id));
  const refused: BulkRefusal[] = [];
  const problems: (Problem | null)[] = [];
  let [allowed, texts, textsWhenSigned] = [0, 0, 0];
  for (const { id, version } of cases) {
    const found = known.get(id);
    const request = found && { verb, expectedVersion: version, ...inputFor(found, input) };
    const problem = request ? refusalOfMove(actor, found, request) : new Problem('not-found');
    problems.push(problem);
    if (problem || !found) {
      refused.push(refusal(actor, known, id, problem?.code ?? 'not-found'));
      continue;
    }
    allowed += 1;
    if (verb === 'ask') texts += await textsAbout(id, `${found.regime}.asked`);
    if (verb === 'draft') textsWhenSigned += await textsAbout(id, `${found.regime}.answered`);
  }
  const errors = faultsOfAll(problems);
  if (errors.length > 0) throw new Problem('fields.invalid', { errors });
  return { allowed, refused, texts, textsWhenSigned, pricePerPart: await partPriceOn(today()) };
}
