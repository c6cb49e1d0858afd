import type { NoticeFacts } from '#server/papers/index.ts';
import { type Case, indexText, type Notice } from '#server/register/index.ts';
import { dateInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import { caseNotices } from '#shared/texts/uk/case-notices.ts';
import { papersNotice } from '#shared/texts/uk/papers-notice.ts';

/** What a notice about a case says on paper; `outgoing` is its number and date. */
export function noticeFacts(
  found: Case,
  { verb, text, ground, to, until, decision }: Notice,
  { addressee, outgoing }: Pick<NoticeFacts, 'addressee' | 'outgoing'>,
): NoticeFacts {
  const title = caseNotices.titles[verb];
  const date = (on: string): string => dateInFull('uk', on);
  return {
    number: found.number,
    index: indexText(found.registrationIndex),
    receivedAt: found.receivedAt.toISOString(),
    addressee,
    outgoing,
    heading: to ? fill(papersNotice.to, { title, to }) : title,
    lines: [
      ground ? caseNotices.grounds[ground] : '',
      decision ? fill(caseNotices.decision, { number: decision.number, date: date(decision.on) }) : '',
      until ? fill(caseNotices.until, { date: date(until) }) : '',
      text ?? '',
      verb === 'reply' ? '' : papersNotice.next[verb],
    ].filter(Boolean),
  };
}
