import type { LegalDate } from './legal-date.ts';

/** Where a calendar term goes whose last day is a day off: on to the next working day, or back to the last one. */
export type Roll = 'forward' | 'back';
/** A stretch of time between two dates of law, both included; `to` is null while its end is not known. */
export interface Interval {
  from: LegalDate;
  to: LegalDate | null;
}
/** The numbers of law that the clock reads; dated settings, never constants. Days, months and hours as their names say; `Wd` are working days. */
export interface LegalValues {
  calendar: { weekend: readonly number[]; martialLaw: readonly Interval[] };
  appeal: {
    days15: number;
    month: number;
    maxDays: number;
    maxDaysRoll: Roll;
    forwardDays: number;
    returnInsufficientDays: number;
    returnFormalDays: number;
    roll: Roll;
  };
  admin: { days: number; extensionDays: number };
  petition: {
    moderationWd: number;
    /** The charter of the community says how long signatures are collected, in months or in days. */
    collect: { months: number } | { days: number };
    reviewNoticeWd: number;
    /** The same, where a civic association collected the signatures and sent the petition to the council. */
    reviewNoticeFromNgoWd: number;
    reviewWd: number;
    answerPublishWd: number;
  };
  infoRequest: { answerWd: number; urgentHours: number; extendedWd: number; extensionNoticeWd: number };
  deputy: { answerDays: number; studyMonths: number };
  consultation: { minWd: number };
}
