import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import mongoose from 'mongoose';
import { now, shiftClock } from '#server/platform/clock.ts';
import { database } from '#server/platform/database.ts';
import type { FileStore } from '#server/platform/files/file-store.ts';
import { filesBy } from '#server/platform/files/files.ts';
import { gridFsStore } from '#server/platform/files/grid-fs.store.ts';
import { clamdScanner } from '#server/platform/files/scanner.ts';
import { useDatabase } from '../../support/database.ts';

const META = { type: 'image/jpeg', holder: { kind: 'row', id: 'a-row' } };
const DAY_MS = 86_400_000;
const someBytes = (length: number): Buffer => Buffer.from(Array.from({ length }, (_, i) => (i * 31) % 256));

/** What every store of files has to keep to. */
function fileStoreContract(make: () => FileStore): void {
  const idsBefore = async (at: Date, kind = 'row'): Promise<string[]> => {
    const ids: string[] = [];
    for await (const { id, holderId } of make().putBefore(at, kind)) ids.push(`${id} ${holderId}`);
    return ids;
  };
  for (const length of [1, 261_120, 261_121, 3_000_000])
    it(`gives back ${length} bytes as they were put, with their type`, async () => {
      const bytes = someBytes(length);
      const file = await make().open(await make().put(bytes, META));
      assert.deepEqual([file?.type, file?.bytes], ['image/jpeg', length]);
      assert.ok(file && bytes.equals(await buffer(file.read())));
    });
  it('gives every file an id of its own, fit for addresses', async () => {
    const ids = await Promise.all([1, 2, 3].map(() => make().put(someBytes(9), META)));
    assert.equal(new Set(ids).size, 3);
    for (const id of ids) assert.match(id, /^[0-9a-f]{24}$/);
  });
  it('has no file under an id that it never gave', async () => {
    for (const id of ['0'.repeat(24), '', '../etc/passwd', 'G'.repeat(24), '$ne'])
      assert.equal(await make().open(id), null);
  });
  it('deletes a file once and for all, and minds no second time', async () => {
    const [gone, other] = [await make().put(someBytes(600_000), META), await make().put(someBytes(5), META)];
    await make().delete(gone);
    await make().delete(gone);
    await make().delete('nonsense');
    assert.equal(await make().open(gone), null);
    assert.ok(await make().open(other));
  });
  it('lists what was put before a moment, with the row that should name it', async () => {
    const start = now();
    const id = await make().put(someBytes(5), { ...META, holder: { kind: 'row', id: 'another-row' } });
    assert.ok(!(await idsBefore(start)).some((one) => one.startsWith(id)));
    const soon = new Date(now().getTime() + 1);
    assert.ok((await idsBefore(soon)).includes(`${id} another-row`));
    assert.deepEqual(await idsBefore(soon, 'paper'), []);
  });
  it('goes by the clock of the house', async () => {
    shiftClock(-10 * DAY_MS);
    const id = await make().put(someBytes(5), META);
    shiftClock(0);
    assert.ok((await idsBefore(new Date(now().getTime() - 9 * DAY_MS))).includes(`${id} a-row`));
  });
}

describe('platform: files in MongoDB', () => {
  useDatabase();
  afterEach(() => shiftClock(0));
  fileStoreContract(gridFsStore);

  const pieces = () => database().collection('files.chunks');
  it('leaves no pieces of a deleted file behind', async () => {
    const id = await gridFsStore().put(someBytes(600_000), META);
    const its = { files_id: new mongoose.mongo.ObjectId(id) };
    assert.equal(await pieces().countDocuments(its), 3);
    await gridFsStore().delete(id);
    assert.equal(await pieces().countDocuments(its), 0);
  });
  it('drops the pieces of a put that was cut short, once they are old, and nothing of a whole file', async () => {
    const at = (daysAgo: number) =>
      mongoose.mongo.ObjectId.createFromTime(Math.floor((now().getTime() - daysAgo * DAY_MS) / 1_000));
    const [old, young] = [at(3), at(1)];
    const kept = await gridFsStore().put(someBytes(600_000), META);
    for (const files_id of [old, young]) await pieces().insertMany([0, 1].map((n) => ({ files_id, n, data: 'x' })));
    assert.equal(await gridFsStore().dropUnfinished(new Date(now().getTime() - 2 * DAY_MS)), 1);
    assert.deepEqual(
      [await pieces().countDocuments({ files_id: old }), await pieces().countDocuments({ files_id: young })],
      [0, 2],
    );
    assert.equal(await gridFsStore().dropUnfinished(new Date(now().getTime() + DAY_MS)), 1);
    assert.ok(await gridFsStore().open(kept));
  });
});

/** A clamd of a few lines: it reads the protocol as clamd does and answers as it is told to. */
interface Clamd {
  url(): string;
  /** What was sent to be scanned, joined. */
  heard: Buffer[];
  answer: (content: Buffer, socket: Socket) => void;
}
function useClamd(): Clamd {
  const clamd: Clamd = { url: () => '', heard: [], answer: () => undefined };
  const server = createServer((socket) => {
    let got = Buffer.alloc(0);
    socket
      .on('error', () => undefined)
      .on('data', (chunk) => {
        got = Buffer.concat([got, chunk]);
        const command = 'zINSTREAM\0';
        if (got.length < command.length) return;
        assert.equal(got.toString('latin1', 0, command.length), command);
        const pieces: Buffer[] = [];
        let at = command.length;
        while (got.length >= at + 4) {
          const length = got.readUInt32BE(at);
          if (length === 0) {
            clamd.heard.push(Buffer.concat(pieces));
            return clamd.answer(Buffer.concat(pieces), socket);
          }
          if (got.length < at + 4 + length) return;
          pieces.push(got.subarray(at + 4, at + 4 + length));
          at += 4 + length;
        }
      });
  });
  before(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    clamd.url = () => `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => void server.close());
  beforeEach(() => {
    clamd.heard = [];
    clamd.answer = (content, socket) =>
      socket.end(content.includes('EICAR') ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0');
  });
  return clamd;
}

describe('platform: the scanner of files', () => {
  const clamd = useClamd();
  const isClean = (content: Buffer) => clamdScanner(clamd.url()).isClean(content);
  const away = { code: 'store.unavailable', status: 503 };

  it('hands clamd the bytes as they are, however many, and believes its verdict', async () => {
    const large = someBytes(1_500_001);
    assert.equal(await isClean(large), true);
    assert.ok(clamd.heard[0]?.equals(large));
    assert.equal(await isClean(Buffer.from('X5O!P%@AP EICAR')), false);
  });
  it('believes an answer that comes in pieces', async () => {
    clamd.answer = (_, socket) => {
      socket.write('stre');
      setImmediate(() => socket.end('am: OK\0'));
    };
    assert.equal(await isClean(someBytes(10)), true);
  });
  for (const [why, answer] of [
    ['says that the stream was too long', 'INSTREAM size limit exceeded. ERROR\0'],
    ['says something else', 'HTTP/1.1 200 OK'],
    ['hangs up without a word', ''],
    ['says OK of something else', 'stream: OKAY\0'],
  ] as const)
    it(`cannot say when clamd ${why}`, async () => {
      clamd.answer = (_, socket) => socket.end(answer);
      await assert.rejects(isClean(someBytes(10)), away);
    });
  it('cannot say when the connection is reset or nobody listens', async () => {
    clamd.answer = (_, socket) => socket.resetAndDestroy();
    await assert.rejects(isClean(someBytes(10)), away);
    await assert.rejects(clamdScanner('tcp://127.0.0.1:1').isClean(someBytes(10)), away);
  });
  it('is there only where the settings name it', () => {
    assert.equal(filesBy({}).scanner, null);
    assert.ok(filesBy({ CLAMD_URL: clamd.url() }).scanner);
  });
});
