import { Types } from 'mongoose';

/**
 * Makes the ids of the rows of one case: the same ones each time, in the order of receipt like those that MongoDB makes itself.
 * Four bytes of time, three of the seed, four of the case’s index, one that counts: no case has 256 rows of one collection.
 */
export function idsOf(seed: number, index: number, receivedAt: Date): () => Types.ObjectId {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt32BE(Math.floor(receivedAt.getTime() / 1_000), 0);
  bytes.writeUIntBE(seed % 0x100_0000, 4, 3);
  bytes.writeUInt32BE(index, 7);
  let count = 0;
  return () => {
    bytes[11] = count;
    count += 1;
    return new Types.ObjectId(Buffer.from(bytes));
  };
}
