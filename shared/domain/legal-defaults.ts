import type { HolidayRules } from './legal-clock/holidays.ts';
import type { LegalDate } from './legal-clock/legal-date.ts';
import type { LegalValues } from './legal-clock/legal-values.ts';
import type { SpecialDay } from './legal-clock/work-calendar.ts';
import type { PetitionCharter } from './petition.ts';

/** Something of law that holds from a date on, and the acts it was taken from. */
interface Dated<Value> {
  validFrom: LegalDate;
  source: string;
  value: Value;
}

/** The terms of law as a new city starts with them; at run time the dated settings of the database are read instead. */
export const DEFAULT_VALUES: Dated<LegalValues> = {
  validFrom: '2024-01-01',
  source:
    'Закони № 393/96-ВР (ст. 5, 7, 20, 23-1), № 2939-VI (ст. 20), № 93-IV (ст. 13), № 2073-IX (ст. 33, 34), № 3841-IX, № 2136-IX (ст. 6); ' +
    'ЦК України (ст. 253, 254); рішення Одеської міської ради від 16.03.2016 (строк збору підписів)',
  value: {
    calendar: { weekend: [6, 7], martialLaw: [{ from: '2022-02-24', to: null }] },
    appeal: {
      days15: 15,
      month: 1,
      maxDays: 45,
      maxDaysRoll: 'back',
      forwardDays: 5,
      returnInsufficientDays: 5,
      returnFormalDays: 10,
      roll: 'forward',
    },
    admin: { days: 30, extensionDays: 15 },
    petition: {
      moderationWd: 2,
      collect: { months: 3 },
      reviewNoticeWd: 3,
      reviewNoticeFromNgoWd: 2,
      reviewWd: 10,
      answerPublishWd: 1,
    },
    infoRequest: { answerWd: 5, urgentHours: 48, extendedWd: 20, extensionNoticeWd: 5 },
    deputy: { answerDays: 10, studyMonths: 1 },
    consultation: { minWd: 15 },
  },
};

/** The holidays of peace (Labour Code, art. 73, as it stands since the changes of 2023), and the rule of moved days off. */
export const DEFAULT_HOLIDAYS: Dated<HolidayRules> = {
  validFrom: '2024-01-01',
  source: 'КЗпП України, ст. 67 ч. 3, ст. 73',
  value: {
    weekend: DEFAULT_VALUES.value.calendar.weekend,
    hasTransfers: true,
    yearly: [
      { on: '01-01', name: { uk: 'Новий рік', en: 'New Year’s Day' } },
      { on: '03-08', name: { uk: 'Міжнародний жіночий день', en: 'International Women’s Day' } },
      { on: '05-01', name: { uk: 'День праці', en: 'Labour Day' } },
      {
        on: '05-08',
        name: {
          uk: 'День пам’яті та перемоги над нацизмом у Другій світовій війні 1939–1945 років',
          en: 'Day of Remembrance and Victory over Nazism in the Second World War 1939–1945',
        },
      },
      { on: '06-28', name: { uk: 'День Конституції України', en: 'Constitution Day of Ukraine' } },
      { on: '07-15', name: { uk: 'День Української Державності', en: 'Day of Ukrainian Statehood' } },
      { on: '08-24', name: { uk: 'День незалежності України', en: 'Independence Day of Ukraine' } },
      { on: '10-01', name: { uk: 'День захисників і захисниць України', en: 'Day of Defenders of Ukraine' } },
      { on: '12-25', name: { uk: 'Різдво Христове', en: 'Christmas Day' } },
    ],
    easter: { uk: 'Пасха (Великдень)', en: 'Easter' },
    trinity: { uk: 'Трійця', en: 'Trinity' },
    transfer: { uk: 'перенесений вихідний', en: 'day off moved' },
  },
};

/** Days that the city itself works or rests against the rules, by an order of its own; none to start with. */
export const DEFAULT_CITY_DAYS: Dated<readonly SpecialDay[]> = {
  validFrom: '2024-01-01',
  source: 'розпорядження міського голови',
  value: [],
};

/** What the charter sets for petitions as Odesa starts with it: 1,000 signatures; e-identification, and the code by SMS beside it. */
export const DEFAULT_PETITION_CHARTER: Dated<PetitionCharter> = {
  validFrom: '2024-01-01',
  source: 'рішення Одеської міської ради від 16.03.2016',
  value: {
    threshold: 1_000,
    signerAuth: ['eid', 'sms'],
    signerScope: 'citizen',
    closeOnThreshold: false,
    allowWithdrawSignature: true,
  },
};
