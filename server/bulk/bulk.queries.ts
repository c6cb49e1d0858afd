import { textsTo } from '#server/notifications/index.ts';
import type { Actor, Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import { audienceOfCase, type Case, casePolicy, casesById, refusalOfMove } from '#server/register/index.ts';
import type { Bulk, BulkOrder, BulkPreview, BulkRefusal } from '#shared/contract/bulk.ts';
import { PART_KOPECKS } from '#shared/domain/bulk.ts';
import type { FieldError } from '#shared/domain/problems.ts';
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
    const people = ['ask', 'draft'].includes(verb) ? await audienceOfCase(id) : [];
    if (verb === 'ask') texts += textsTo(`${found.regime}.asked`, people);
    if (verb === 'draft') textsWhenSigned += textsTo(`${found.regime}.answered`, people);
  }
  const errors = faultsOfAll(problems);
  if (errors.length > 0) throw new Problem('fields.invalid', { errors });
  return { allowed, refused, texts, textsWhenSigned, kopecks: (texts + textsWhenSigned) * PART_KOPECKS };
}
