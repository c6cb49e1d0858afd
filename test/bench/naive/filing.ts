import type { Queue } from 'bullmq';
import { json, Router } from 'express';
import mongoose, { Schema } from 'mongoose';

/** Where the rival keeps its appeals; the bench gives it the indexes of the product's own. */
const APPEALS = 'naive_appeals';
const options = { autoIndex: false, autoCreate: false };
const person = new Schema({ lastName: String, firstName: String, patronymic: String, residence: String });
const Appeal = mongoose.model(
  'NaiveAppeal',
  new Schema(
    {
      number: { type: String, required: true },
      kind: { type: String, enum: ['application', 'complaint', 'proposal'], required: true },
      categoryCode: { type: String, required: true },
      text: { type: String, required: true, minlength: 20, maxlength: 5000 },
      status: { type: String, default: 'submitted' },
      place: {
        address: String,
        point: { type: { type: String }, coordinates: { type: [Number], default: undefined } },
      },
      applicant: { type: person, required: true },
      contact: { phone: String, email: String },
      consents: { sms: Boolean, publication: Boolean },
      receivedAt: { type: Date, default: Date.now },
      dueOn: Date,
    },
    { ...options, timestamps: true },
  ),
  APPEALS,
);
const Change = mongoose.model(
  'NaiveChange',
  new Schema(
    { appealId: Schema.Types.ObjectId, event: String, to: String, at: { type: Date, default: Date.now } },
    options,
  ),
  'naive_history',
);
const Counter = mongoose.model('NaiveCounter', new Schema({ _id: String, last: Number }, options), 'naive_counters');
const MONTH_MS = 30 * 86_400_000;

/** Filing an appeal: a number, the appeal, its history and a text of thanks, one after another. */
export const naiveFiling = (texts: Queue): Router =>
  Router().post('/appeals', json(), async (req, res) => {
    const counter = await Counter.findByIdAndUpdate(
      'appeals',
      { $inc: { last: 1 } },
      { upsert: true, returnDocument: 'after' },
    );
    const number = `N-${counter.last}`;
    const appeal = new Appeal({ ...req.body, number, dueOn: new Date(Date.now() + MONTH_MS) });
    await appeal.save();
    await new Change({ appealId: appeal._id, event: 'appeal.filed', to: appeal.status }).save();
    await texts.add('sms', { to: appeal.contact?.phone, text: `Ваше звернення ${number} прийнято.` });
    res.status(201).json({ id: appeal.id, number, status: appeal.status, dueOn: appeal.dueOn });
  });
