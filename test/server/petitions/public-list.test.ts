import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Types } from 'mongoose';
import { type Petition, publicList, signPetition } from '#server/petitions/index.ts';
import { RemovalModel, SignatureModel } from '#server/petitions/signature.model.ts';
import { publicSealKeys } from '#server/platform/secrets.ts';
import { useCity } from '../../support/api.ts';
import { useClock } from '../../support/clock.ts';
import { aPublished, aSigner, petitionNow, sealAll } from '../../support/petitions.ts';
import { aFolder } from '../../support/throw-away.ts';

const run = promisify(execFile);
const VERIFIER = 'server/petitions/verifier/verify-petition.mjs';
/** Says what the verifier, a program of its own, says of a list. */
async function verdict(text: string, ...options: string[]): Promise<{ code: number; said: string }> {
  const file = join(aFolder('list'), 'list.ndjson');
  writeFileSync(file, text);
  try {
    const { stdout } = await run(process.execPath, [VERIFIER, file, ...options]);
    return { code: 0, said: stdout };
  } catch (cause) {
    const { code, stderr } = cause as { code: number; stderr: string };
    return { code, said: stderr };
  }
}
const listOf = async (petition: Petition): Promise<string> => {
  const parts: string[] = [];
  for await (const part of publicList(await petitionNow(petition))) parts.push(part);
  return parts.join('');
};
/** So many signatures as a crowd leaves them, past the commands, which other tests hold. */
async function aCrowdSigns({ _id: petitionId }: Petition, count: number): Promise<void> {
  for (let from = 0; from < count; from += 10_000) {
    const rows = Array.from({ length: Math.min(10_000, count - from) }, (_, i) => ({
      _id: new Types.ObjectId(),
      petitionId,
      lastName: 'Підписант',
      firstName: `Номер${from + i}`,
      patronymic: null,
      at: new Date(Date.parse('2026-03-03T08:00:00Z') + from + i),
      method: i % 3 === 0 ? ('sms' as const) : ('eid' as const),
      keys: [`crowd-${from + i}`],
      salt: `salt-${from + i}`,
      window: null,
      held: [],
      network: `network-${from + i}`, // or they would wait for a moderator
      range: null,
      news: null,
    }));
    await SignatureModel.collection.insertMany(rows, { ordered: false });
  }
}

describe('the public list and its verifier', () => {
  useCity();
  useClock();

  it('passes a petition of 100,000 signatures, and fails it for each thing done to one row', async function crowd() {
    this.timeout(120_000);
    const petition = await aPublished();
    await aCrowdSigns(petition, 100_000);
    await sealAll();
    const list = await listOf(petition);
    const key = join(aFolder('key'), 'key.pem');
    const [[keyId = '', pem = ''] = []] = Object.entries(publicSealKeys());
    writeFileSync(key, pem);
    const whole = await verdict(list, '--key', `${keyId}:${key}`);
    assert.match(whole.said, /100000 signatures count, 0 were removed/);
    assert.equal(whole.code, 0);

    const lines = list.split('\n');
    const at = 54_321;
    const row = lines[at] ?? '';
    assert.match(row, /"name"/);
    const other = (changed: readonly string[]) =>
      [...lines.slice(0, at), ...changed, ...lines.slice(at + 1)].join('\n');
    const tampered = {
      removed: other([]),
      added: other([row, row]),
      changed: other([row.replace(/Номер\d+/, 'Номер0')]),
      reordered: [...lines.slice(0, at), lines[at + 1], row, ...lines.slice(at + 2)].join('\n'),
      backdated: other([row.replace('2026-03-03T08:', '2026-03-02T08:')]),
      'of another method': other([
        row.replace(/"method":"\w+"/, (said) => (said.includes('sms') ? '"method":"eid"' : '"method":"sms"')),
      ]),
      'cut off': lines.slice(0, -3).join('\n'),
    };
    for (const [what, text] of Object.entries(tampered)) {
      assert.notEqual(text, list, what);
      assert.equal((await verdict(text)).code, 1, what);
    }
  });
  it('knows a list that was made anew from the roots that were sent before, and a seal that is not the city’s', async () => {
    const [first, second] = [await aPublished(), await aPublished()];
    for (let n = 0; n < 6; n += 1) await signPetition(first, aSigner(n));
    await sealAll();
    const before = await listOf(first);
    const { size, root } = JSON.parse(before.trim().split('\n').at(-2) ?? '{}');
    for (let n = 6; n < 9; n += 1) await signPetition(first, aSigner(n));
    await sealAll();
    assert.equal((await verdict(await listOf(first), '--root', `${size}:${root}`)).code, 0);
    // The same petition as if somebody had made all of it again with one signer less.
    for (let n = 1; n < 9; n += 1) await signPetition(second, aSigner(n));
    await sealAll();
    const forged = await verdict(await listOf(second), '--root', `${size}:${root}`);
    assert.equal(forged.code, 1);
    assert.match(forged.said, /not those of the root that you were sent/);
    const key = join(aFolder('key'), 'key.pem');
    const [keyId = ''] = Object.keys(publicSealKeys());
    writeFileSync(key, publicSealKeys()[keyId] ?? '');
    const resealed = before.replace(/"signature":"./, (said) =>
      said.replace(/.$/, (sign) => (sign === 'A' ? 'B' : 'A')),
    );
    assert.match((await verdict(resealed, '--key', `${keyId}:${key}`)).said, /seal/);
  });
  it('keeps the place and the leaf of a removed signature, and not the name', async () => {
    const petition = await aPublished();
    const { signature } = await signPetition(petition, { ...aSigner(1), firstName: 'Забутий' });
    await signPetition(petition, aSigner(2));
    await sealAll();
    const { _id: signatureId, petitionId } = signature;
    await RemovalModel.create({ petitionId, signatureId, reason: 'fraud', at: new Date(), byId: null, window: null });
    await sealAll();
    const list = await listOf(petition);
    assert.ok(!list.includes('Забутий'));
    assert.match(list, /"removes":1,"reason":"fraud"/);
    const { code, said } = await verdict(list);
    assert.equal(code, 0, said);
    assert.match(said, /1 signatures count, 1 were removed/);
    assert.deepEqual((await petitionNow(petition)).tally, { eid: 1, sms: 0, removed: 1 });
  });
});
