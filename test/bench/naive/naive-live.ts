// The rival of live updates: every change is read and told to every page at once, as it comes.
import { createServer } from 'node:http';
import mongoose, { Schema } from 'mongoose';
import { Server } from 'socket.io';
import { areaOf } from '../load/live-places.ts';
import { figuresOf } from '../load/process-figures.ts';

// biome-ignore lint/style/noProcessEnv: this process has no other settings
const { MONGODB_URI = '', PORT = '0' } = process.env;

const loose = (name: string, collection: string) =>
  mongoose.model(name, new Schema({}, { strict: false, autoIndex: false }), collection);
const [Appeal, Row] = [loose('Appeal', 'cases'), loose('Row', 'naive_outbox')];

const http = createServer((req, res) => {
  if (req.url === '/figures') res.setHeader('content-type', 'application/json').end(JSON.stringify(figuresOf()));
});
const io = new Server(http, { path: '/live' });
await mongoose.connect(MONGODB_URI);
const stream = Row.watch([{ $match: { operationType: 'insert' } }]);
stream.on('change', async ({ fullDocument }: { fullDocument: { subject: { id: string } } }) => {
  const appeal = await Appeal.findById(fullDocument.subject.id);
  const [lng, lat] = appeal?.get('publication.point.coordinates') ?? [];
  io.emit('map.changed', { id: appeal?.id, status: appeal?.get('status'), areas: [areaOf([lng, lat])] });
});
await Row.exists({});
http.listen(Number(PORT), '127.0.0.1', () => process.send?.('ready'));
process.on('SIGTERM', () => process.exit(0));
