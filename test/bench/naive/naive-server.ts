// The rival: a register as it is written on a first day, over the very same collections and indexes.
import { Queue } from 'bullmq';
import express from 'express';
import mongoose, { Schema } from 'mongoose';
import { naiveFiling } from './filing.ts';
import { naiveMap } from './map.ts';
import { naiveSigning } from './signing.ts';
import { naiveStatistics } from './statistics.ts';

// biome-ignore lint/style/noProcessEnv: this process has no other settings
const { MONGODB_URI = '', PORT = '0', REDIS_URL = '' } = process.env;
const PER_PAGE = 50;

const Department = mongoose.model('Department', new Schema({}, { strict: false, autoIndex: false }), 'departments');
const executor = new Schema({ departmentId: { type: Schema.Types.ObjectId, ref: Department.modelName }, role: String });
const Appeal = mongoose.model(
  'Appeal',
  new Schema(
    { number: String, status: String, text: String, receivedAt: Date, executors: [executor] },
    { strict: false, autoIndex: false },
  ),
  'cases',
);
const escaped = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

const app = express();
app.get('/appeals', async (req, res) => {
  const { q = '', page = '1', ...fields } = req.query as Record<string, string>;
  const words = q.split(' ').filter((word) => word !== '');
  const filter = {
    ...Object.fromEntries(Object.entries(fields).map(([field, values]) => [field, { $in: values.split(',') }])),
    ...(words.length > 0 && { $and: words.map((word) => ({ text: { $regex: escaped(word), $options: 'i' } })) }),
  };
  const [items, total] = await Promise.all([
    Appeal.find(filter)
      .sort({ receivedAt: -1, _id: -1 })
      .skip((Number(page) - 1) * PER_PAGE)
      .limit(PER_PAGE)
      .populate('executors.departmentId'),
    Appeal.countDocuments(filter),
  ]);
  res.json({ items, total });
});

const loose = (name: string, collection: string) =>
  mongoose.model(name, new Schema({}, { strict: false, autoIndex: false }), collection);
const [Part, Person] = [loose('Part', 'case_participants'), loose('Person', 'people')];
const Message = mongoose.model(
  'Message',
  new Schema({ appealId: String, personId: String, text: String, status: String }, { timestamps: true }),
  'naive_messages',
);
const queue = new Queue('naive-sms', { connection: { url: REDIS_URL } });
app.use(naiveFiling(queue), naiveMap(), naiveSigning(), naiveStatistics());
app.post('/appeals/:id/ask', express.json(), async (req, res) => {
  const { id = '' } = req.params;
  const appeal = await Appeal.findById(id);
  if (!appeal) return void res.status(404).end();
  const text = `Звернення ${appeal.number}: потрібна ваша відповідь.`;
  const parts = await Part.find({ caseId: appeal._id });
  for (const part of parts) {
    const person = await Person.findById(part.get('personId'));
    const message = new Message({ appealId: id, personId: String(person?._id), text, status: 'new' });
    await message.save();
    await queue.add('sms', { messageId: message.id, to: person?.get('phone'), text });
    message.status = 'queued';
    await message.save();
  }
  res.json({ messages: parts.length });
});

await mongoose.connect(MONGODB_URI);
app.listen(Number(PORT), '127.0.0.1', () => process.send?.('ready'));
process.on('SIGTERM', () => process.exit(0));
