import { model, Schema, type Types } from 'mongoose';
import type { LegalDate } from '#shared/domain/legal-clock/legal-date.ts';
import type { MoneyLine } from '#shared/domain/sms-money.ts';

/** The money of a line a year, from a year on until another amount is entered, in kopiykas. */
export interface BudgetRow {
  /** Year and line, `2026-appeals`. */
  _id: string;
  line: MoneyLine;
  year: number;
  kopiykas: number;
  /** The act that grants it. */
  source: string;
  byId: string | null;
  version: number;
}
/** What one part of a text costs from a date on, in kopiykas. */
export interface PriceRow {
  /** The first date on which it holds. */
  _id: LegalDate;
  kopiykas: number;
  source: string;
  byId: string | null;
  version: number;
}
/**
 * Money that one worker may spend until an instant. It counts as spent, so that all workers together never spend more than
 * there is, and falls back by itself where a worker dies.
 */
export interface GrantRow {
  _id: Types.ObjectId;
  line: MoneyLine;
  /** The day in Kyiv on which it is spent. */
  on: LegalDate;
  isCode: boolean;
  kopiykas: number;
  until: Date;
}
const words = { type: String, required: true } as const;
const number = { type: Number, required: true } as const;
const optional = { type: String, default: null } as const;
const rows = { autoIndex: false, versionKey: false, strict: 'throw' } as const;
const edition = { kopiykas: number, source: words, byId: optional, version: number } as const;

export const BudgetModel = model(
  'SmsBudget',
  new Schema<BudgetRow>({ _id: words, line: words, year: number, ...edition }, rows),
  'sms_budgets',
);
export const PriceModel = model('SmsPrice', new Schema<PriceRow>({ _id: words, ...edition }, rows), 'sms_prices');
export const GrantModel = model(
  'SmsGrant',
  new Schema<GrantRow>(
    {
      line: words,
      on: words,
      isCode: { type: Boolean, required: true },
      kopiykas: number,
      until: { type: Date, required: true },
    },
    rows,
  ),
  'sms_grants',
);
/** One row for a line and a year that everybody writes who takes a grant, so that no two take one at a moment. */
export const GrantLockModel = model(
  'SmsGrantLock',
  new Schema<{ _id: string; times: number }>({ _id: words, times: number }, rows),
  'sms_grant_locks',
);
