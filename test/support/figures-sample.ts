import { legalDateOf, now } from '#server/platform/clock.ts';
import type { Case } from '#server/register/case.model.ts';
import { aPublishedCase } from './published.ts';

const DAY_MS = 86_400_000;
const [CATEGORIES, DISTRICTS] = [
  ['road-surface', 'trees', 'street-light', 'trees'],
  ['prymorskyi', 'kyivskyi', 'khadzhybeiskyi'],
];
const STATES = ['submitted', 'in_progress', 'answered', 'answered', 'answered', 'forwarded'];
const RESULTS = ['resolved', 'explained', 'refused'] as const;

/** So many published cases of the last three hundred days, in all states: answers after 5 to 44 days, of which 30 are in time. */
export const casesForFigures = (count: number): Case[] =>
  Array.from({ length: count }, (_, n) => {
    const receivedAt = new Date(now().getTime() - ((n * 37) % 300) * DAY_MS);
    const after = (days: number): string => legalDateOf(new Date(receivedAt.getTime() + days * DAY_MS));
    const status = STATES[n % STATES.length] ?? 'submitted';
    const [isAnswered, isOpen] = [status === 'answered', status === 'submitted' || status === 'in_progress'];
    const answeredOn = isAnswered ? after(5 + (n % 40)) : null;
    return {
      ...aPublishedCase({
        categoryCode: CATEGORIES[n % CATEGORIES.length] ?? 'trees',
        districtCode: DISTRICTS[n % DISTRICTS.length] ?? null,
        receivedAt,
      }),
      status,
      result: isAnswered ? (RESULTS[Math.floor(n / STATES.length) % RESULTS.length] ?? null) : null,
      answeredOn,
      dueOn: isOpen ? after(30) : null,
      clocks: [
        {
          rule: 'appeal.month',
          startedOn: after(0),
          dueRaw: after(30),
          dueLegal: after(30),
          dueInternal: after(30),
          metOn: answeredOn,
          extendedFrom: null,
          ofCaseId: null,
        },
      ],
    } as Case;
  });
