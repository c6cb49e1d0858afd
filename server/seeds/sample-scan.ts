import { createHash } from 'node:crypto';
import { Types } from 'mongoose';
import { now } from '#server/platform/clock.ts';
import { filesBy } from '#server/platform/files/files.ts';
import type { SignedFileFacts } from '#server/register/answer.model.ts';
import type { Case } from '#server/register/case.model.ts';
import { keepPending } from '#server/register/signed-file.model.ts';
import type { MoveBody } from '#shared/contract/move.ts';

/** Where the one scan of a made city lies. */
const ID = '5ca40000000000000000005c';
/** A sheet on which somebody wrote: lines of text, and a stroke of the pen below them. */
const STROKES = [
  ...Array.from(
    { length: 18 },
    (_, line) => `70 ${760 - line * 24} m ${line % 5 === 4 ? 300 : 520} ${760 - line * 24} l S`,
  ),
  '1.6 w 0.1 0.2 0.6 RG',
  '90 250 m 130 330 150 180 180 270 c 200 320 215 210 240 265 c 260 300 300 230 340 262 c S',
].join('\n');

function pdf(): Buffer {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<>>>>',
    `<</Length ${STROKES.length}>>\nstream\n${STROKES}\nendstream`,
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, nth) => {
    const at = body.length;
    body += `${nth + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 5\n0000000000 65535 f \n${offsets.join('')}`;
  return Buffer.from(`${body}${table}trailer\n<</Size 5/Root 1 0 R>>\nstartxref\n${body.length}\n%%EOF\n`, 'latin1');
}
/** The scan of a signed letter that made cities show; it shows no words and nobody's hand. */
export const SAMPLE_SCAN = pdf();
/** What answers of a made city say of their scan: one file for all of them. */
export const SAMPLE_FACTS: SignedFileFacts = {
  fileId: ID,
  name: 'skan.pdf',
  type: 'application/pdf',
  bytes: SAMPLE_SCAN.length,
  sha256: createHash('sha256').update(SAMPLE_SCAN).digest('hex'),
  method: 'paper',
  check: 'by-eye',
  signers: [],
};
async function putOnce(): Promise<void> {
  const { store } = filesBy({});
  if (await store.open(ID)) return;
  await store.put(SAMPLE_SCAN, { id: ID, type: SAMPLE_FACTS.type, holder: { kind: 'sample', id: ID } });
}
let last: Promise<void> = Promise.resolve();
/** Puts that scan into the store, once: who comes meanwhile waits, for two of one id would undo each other. */
export function keepSampleScan(): Promise<void> {
  last = last.then(putOnce, putOnce);
  return last;
}
/** Lays that scan beside an answer that waits for signature, and answers what the verb `answer` then brings. */
export async function sampleSignature({ _id: caseId, answerId }: Case): Promise<NonNullable<MoveBody['signature']>> {
  if (!answerId) throw new Error('an answer is signed before it is drafted');
  await keepSampleScan();
  const _id = new Types.ObjectId();
  await keepPending({ _id, caseId, answerId, byId: 'f'.repeat(24), at: now(), ...SAMPLE_FACTS });
  return { fileId: String(_id) };
}
