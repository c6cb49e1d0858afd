import { city } from '#shared/texts/city.ts';
import type { CaseNoticeTexts } from '#shared/texts/uk/case-notices.ts';

/** What an applicant reads of decisions on the way, in English. */
export const caseNotices: CaseNoticeTexts = {
  title: 'What we told you',
  titles: {
    extend: 'The term has been extended',
    ask: 'We need your answer',
    reply: 'Your answer to the question',
    interim: 'Interim reply',
    postpone: 'The promised date has been moved',
    forward: 'Forwarded to the body that can settle it',
    return: 'Your appeal has been returned to you',
    terminate: 'Consideration has ended',
    withdraw: 'Withdrawn at your request',
    transfer: 'Handled by the rules of administrative procedure',
  },
  grounds: {
    formal: 'The appeal does not meet article 5 of the Law on Citizens’ Appeals.',
    insufficient: 'There is not enough data for a grounded decision (article 7, part 3, of the same Law).',
    anonymous: 'It does not say who appeals or where they live (article 8, part 1, of the Law on Citizens’ Appeals).',
    repeat: 'We have already settled the same question of yours on its merits (article 8, part 2, of the Law).',
    late: 'The complaint came later than article 17 of the Law on Citizens’ Appeals allows.',
    incapacity: 'A legal representative has to appeal (article 8 of the Law on Citizens’ Appeals).',
  },
  decision: 'The head’s decision No. {number}, {date}.',
  until: 'New date: {date}.',
  next: {
    extend: '',
    ask: `You can answer on this page or by phone: ${city.contactCentre}. The question does not stop the clock.`,
    reply: '',
    interim: 'The appeal stays under control until the final answer.',
    postpone: '',
    forward: 'That body counts its term from the day it receives the appeal.',
    return: 'Put right what is named and file the appeal again.',
    terminate:
      'Do you disagree? The decision can be contested before a higher body or official, or in court (articles 16 and 17 of the Law on Citizens’ Appeals).',
    withdraw: 'You can appeal on the same matter again.',
    transfer: '',
  },
};
