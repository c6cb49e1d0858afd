// The rival: a register as it is written on a first day, over the very same collections and indexes.
import express from 'express';
import mongoose, { Schema } from 'mongoose';

// biome-ignore lint/style/noProcessEnv: this process has no other settings
const { MONGODB_URI = '', PORT = '0' } = process.env;
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

await mongoose.connect(MONGODB_URI);
app.listen(Number(PORT), '127.0.0.1', () => process.send?.('ready'));
process.on('SIGTERM', () => process.exit(0));
