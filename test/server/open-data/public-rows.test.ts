import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Types } from 'mongoose';
import { RowBlock } from '#server/open-data/row-block.ts';
import { type Case, CaseModel } from '#server/register/case.model.ts';
import { publicCaseOf, publicRowReader, rawCasesById, rawPublicCases } from '#server/register/index.ts';
import { unit } from '#server/seeds/city.ts';
import { PUBLICATION_STATES } from '#shared/domain/publication.ts';
import { useCity } from '../../support/api.ts';
import { aPublishedCase, keepPublished } from '../../support/published.ts';

const words = fc.option(
  fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.constantFrom('=1+1', '"лапки", кома', 'рядок\r\nрядок', '\\u0000 \\', 'є\u0001\t\n', ' -2', '👩‍👩‍👧‍👦 їжак'),
  ),
);
const at = fc.date({ min: new Date('1999-01-01'), max: new Date('2026-06-01'), noInvalidDate: true });
const day = fc.option(fc.constantFrom('2025-01-31', '2026-03-03', '2031-12-01'));
const aCase = fc.record({
  state: fc.constantFrom(...PUBLICATION_STATES),
  categoryCode: fc.constantFrom('road-surface', 'street-light', 'no-such'),
  districtCode: fc.option(fc.constantFrom('prymorskyi', 'kyivskyi')),
  place: fc.option(fc.tuple(fc.constantFrom(30.7, -1, 30.000001), fc.double({ min: 46, max: 47, noNaN: true }))),
  text: words,
  answer: words,
  address: words,
  receivedAt: at,
  visibleFrom: fc.option(fc.oneof(at, fc.constant(new Date('2999-01-01')))),
  dueOn: day,
  answeredOn: day,
  workflow: fc.constantFrom('submitted', 'in_progress', 'answered', 'closed', 'merged', 'forwarded', 'withdrawn'),
  result: fc.option(fc.constantFrom('resolved', 'explained', 'refused')),
  promise: fc.option(fc.record({ on: fc.constant('2026-09-01'), keptOn: day, moved: fc.constant([]) })),
  executors: fc.array(fc.record({ unit: fc.integer({ min: 1, max: 4 }), role: fc.constantFrom('main', 'co') }), {
    maxLength: 3,
  }),
  photos: fc.nat({ max: 3 }),
  applicants: fc.integer({ min: 1, max: 70_000 }),
  steps: fc.array(fc.record({ status: fc.constantFrom('received', 'in_work', 'resolved'), at }), { maxLength: 3 }),
});
function caseOf(drawn: typeof aCase extends fc.Arbitrary<infer A> ? A : never): Case {
  const { state, categoryCode, districtCode, place, text, answer, address, receivedAt, visibleFrom, ...rest } = drawn;
  const base = aPublishedCase({ state: 'public', categoryCode, districtCode, receivedAt });
  const point = place && { type: 'Point' as const, coordinates: [place[0], place[1]] as [number, number] };
  const photoIds = Array.from({ length: rest.photos }, () => new Types.ObjectId());
  return {
    ...base,
    dueOn: rest.dueOn,
    answeredOn: rest.answeredOn,
    status: rest.workflow,
    result: rest.result as Case['result'],
    promise: rest.promise && { ...rest.promise, moved: [] },
    executors: rest.executors.map(({ unit: n, role }) => ({
      departmentId: unit(n),
      role: role as 'main',
      dueOn: null,
    })),
    applicants: rest.applicants,
    steps: rest.steps,
    publication: { ...base.publication, state, text, answer, address, districtCode, point, photoIds, visibleFrom },
  };
}

describe('a public case read out of its bytes', () => {
  useCity();

  it('says what the API says of the same case, and nothing of what nobody may see', async () => {
    const cases = fc.sample(fc.record({ one: aCase }), { numRuns: 600, seed: 7 }).map(({ one }) => caseOf(one));
    await keepPublished(cases);
    const ids = cases.map(({ _id }) => String(_id));
    const stored = new Map((await CaseModel.find().lean<Case[]>()).map((one) => [String(one._id), one]));
    const read = publicRowReader();
    const [rows, told] = [new RowBlock(), new Set<string>()];
    for await (const { bytes, starts } of rawCasesById(ids))
      for (const start of starts) {
        const row = read(bytes, start);
        if (!row) continue;
        rows.clear();
        rows.add(row);
        const said = JSON.parse(String(rows.out.ndjson.since(0)));
        told.add(said.id);
        assert.deepEqual(said, publicCaseOf(stored.get(said.id) as Case));
        const { id, geometry, properties } = JSON.parse(String(rows.out.geojson.since(0)).slice(2));
        assert.deepEqual({ id, point: geometry, ...properties }, said);
      }
    const shown = [...stored.values()].filter((one) => publicCaseOf(one)).map(({ _id }) => String(_id));
    assert.ok(shown.length > 50 && shown.length < cases.length, `${shown.length} shown`);
    assert.deepEqual([...told].sort(), shown.sort());
  });

  it('comes in batches of any size, each case once, for as long as somebody reads', async () => {
    const seen: string[] = [];
    for await (const { bytes, starts } of rawPublicCases(7))
      for (const start of starts) {
        const row = publicRowReader()(bytes, start);
        if (row) seen.push(bytes.toString('hex', row.idAt, row.idAt + 12));
      }
    const shown = (await CaseModel.find().lean<Case[]>()).filter((one) => publicCaseOf(one));
    assert.deepEqual(seen, shown.map(({ _id }) => String(_id)).sort());
    for await (const { starts } of rawPublicCases(7)) if (starts.length > 0) break;
  });
});
