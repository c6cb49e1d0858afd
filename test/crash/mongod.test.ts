import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import mongoose from 'mongoose';
import { mongodbUriAt } from '#server/standalone/databases/embedded.ts';
import { type OwnServer, startServer } from '../support/throw-away.ts';

describe('crash: the embedded MongoDB', function mongod() {
  this.timeout(120_000);
  let server: OwnServer;
  /** Writes one row in a transaction, which only the primary of a replica set takes; answers how many there are. */
  const countAfterOneMore = async (): Promise<number> => {
    const connection = await mongoose.createConnection(mongodbUriAt(server.port())).asPromise();
    try {
      const rows = connection.collection('rows');
      await connection.transaction((session) => rows.insertOne({}, { session }));
      return await rows.countDocuments();
    } finally {
      await connection.close();
    }
  };
  before(async () => {
    server = await startServer('mongod');
  });
  after(() => server.kill9());

  it('takes transactions, and has its rows again after a kill', async () => {
    assert.equal(await countAfterOneMore(), 1);
    const port = server.port();
    await server.kill9();
    await server.restart();
    assert.equal(server.port(), port);
    assert.equal(await countAfterOneMore(), 2);
  });
  it('moves with its replica set to another port where a stranger has taken its own', async () => {
    const port = server.port();
    await server.kill9();
    const stranger = createServer((_req, res) => res.end()).listen(port, '127.0.0.1');
    await once(stranger, 'listening');
    await server.restart();
    stranger.closeAllConnections();
    stranger.close();
    assert.notEqual(server.port(), port);
    assert.equal(await countAfterOneMore(), 3);
  });
});
