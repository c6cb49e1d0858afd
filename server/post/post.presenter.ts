import { staffNames } from '#server/identity/index.ts';
import type { Actor, Visitor } from '#server/platform/policy.ts';
import { addresseeFor, addresseesOf, answersById, casesById } from '#server/register/index.ts';
import type { Call, PostalItem, PostalRegistry } from '#shared/contract/post.ts';
import type { CallRow } from './call.model.ts';
import { registryText } from './commands/make-registry.ts';
import type { PostalItemRow, PostalRegistryRow } from './postal.model.ts';

type Gone = { name: string; address: string; isMasked: boolean };
/** Somebody whose row was erased. */
const GONE: Gone = { name: '', address: '', isMasked: true };

async function peopleAndCases(rows: readonly Pick<PostalItemRow, 'personId' | 'caseId'>[]) {
  const [addressees, cases] = await Promise.all([
    addresseesOf(rows.map(({ personId }) => String(personId))),
    casesById(rows.map(({ caseId }) => String(caseId))),
  ]);
  return { addressees, cases: new Map(cases.map((found) => [String(found._id), found])) };
}
/** Papers as this viewer may see them. */
export async function presentItems(viewer: Actor | Visitor, rows: readonly PostalItemRow[]): Promise<PostalItem[]> {
  const { addressees, cases } = await peopleAndCases(rows);
  return rows.map((row) => ({
    id: String(row._id),
    caseId: String(row.caseId),
    number: row.number,
    kind: row.kind,
    outgoingNumber: row.outgoingNumber,
    on: row.on,
    addressee: addresseeFor(viewer, cases.get(String(row.caseId)), addressees.get(String(row.personId)) ?? GONE),
    districtCode: row.districtCode,
    round: row.round,
    isSentAgain: row.isSentAgain ?? false,
    state: row.state,
    registry: row.registryId && row.registry ? { id: String(row.registryId), number: row.registry } : null,
    mail: row.mail,
    trackingNumber: row.trackingNumber,
    outcome: row.outcome && { on: row.outcome.on, reason: row.outcome.reason },
  }));
}
/** Calls as this viewer may see them: without the number, which a reveal shows. */
export async function presentCalls(viewer: Actor | Visitor, rows: readonly CallRow[]): Promise<Call[]> {
  const [{ addressees, cases }, answers] = await Promise.all([
    peopleAndCases(rows),
    answersById(rows.map(({ answerId }) => answerId)),
  ]);
  return rows.flatMap((row) => {
    const answer = answers.get(String(row.answerId));
    if (!answer?.signed) return [];
    const open = addressees.get(String(row.personId)) ?? GONE;
    return [
      {
        id: String(row._id),
        caseId: String(row.caseId),
        number: row.number,
        districtCode: row.districtCode,
        name: addresseeFor(viewer, cases.get(String(row.caseId)), open).name,
        isOral: row.isOral,
        answer: { text: answer.text, result: answer.result, on: answer.signed.on },
        tries: row.tries.length,
        lastTriedAt: row.tries.at(-1)?.at.toISOString() ?? null,
        nextAt: row.nextAt.toISOString(),
        state: row.state,
      },
    ];
  });
}
/** Registries with who made them. */
export async function presentRegistries(rows: readonly PostalRegistryRow[]): Promise<PostalRegistry[]> {
  const names = await staffNames(rows.map(({ madeById }) => madeById));
  return rows.map((row) => ({
    id: String(row._id),
    number: registryText(row),
    on: row.on,
    madeBy: names.get(row.madeById) ?? null,
    count: row.items.length,
    registered: row.items.filter(({ mail }) => mail === 'registered').length,
  }));
}
