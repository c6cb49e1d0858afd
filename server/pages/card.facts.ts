import { departmentOf } from '#server/catalogue/index.ts';
import type { cardPdf } from '#server/papers/index.ts';
import { legalDateOf } from '#server/platform/clock.ts';
import type { Case } from '#server/register/index.ts';
import type { MoveBody } from '#shared/contract/move.ts';
import type { CaseCard } from '#shared/contract/register.ts';
import { spacedNumber } from '#shared/texts/codes.ts';
import { dateInFull, dayInFull, daysBetween } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import { papersCard as words } from '#shared/texts/uk/papers-card.ts';
import { questionGroups } from '#shared/texts/uk/question-groups.ts';
import { TEXTS } from './texts.ts';

type Said = Parameters<typeof cardPdf>[1];
const day = (date: string | null): string | null => date && dateInFull('uk', date);

/** Who brought it: as far as this viewer's card shows them. */
function ofPeople({ applicants, applicantsInAll }: CaseCard): Said {
  const applicant = applicants.find(({ role }) => role === 'applicant');
  return {
    correspondent: applicant?.name ?? null,
    residence: applicant?.residence ?? null,
    email: applicant?.email ?? null,
    phone: applicant?.phone ?? applicant?.landline ?? null,
    addressee: applicant?.name ?? null,
    signatories: String(applicantsInAll),
  };
}
/** What the classifier (CMU 858) says of it; empty before registration. */
const ofClassifier = ({ classification }: Case): Said => ({
  categories: classification?.authorCategories.join(', ') ?? null,
  subject: classification?.subject ?? null,
  social: classification?.socialStatus ?? null,
  recurrence: classification?.recurrence ?? null,
  form: classification?.receiptForm ?? null,
  type: classification?.type ?? null,
});
const executorsOf = ({ executors }: CaseCard): string =>
  executors
    .map(({ departmentId, role, dueOn }) => {
      const who = fill(words.executor[role], { name: departmentOf(departmentId)?.uk ?? '' });
      return dueOn ? fill(words.executor.until, { who, date: dateInFull('uk', dueOn) }) : who;
    })
    .join('\n');
/** What a move brought, as the register kept it: a resolution's words, an inspection's notes; null once they are erased. */
function saidIn(event: CaseCard['history'][number] | undefined): string | null {
  const said: unknown = event?.words ? JSON.parse(event.words) : null;
  if (typeof said === 'string') return said;
  return (said as NonNullable<MoveBody['inspection']> | null)?.notes ?? null;
}
/** Who resolved what and when, and what was done since; the last resolution holds. */
function ofCourse(card: CaseCard): Said {
  const last = (kind: string) => card.history.findLast((event) => event.kind === `${card.regime}.${kind}`);
  const [assigned, inspected, closed] = [last('assigned'), last('inspected'), last('closed')];
  const at = (event: typeof assigned): string | null => (event ? dayInFull('uk', new Date(event.at)) : null);
  const isRemoved = Boolean(card.control?.removedAt);
  return {
    author: assigned?.actor ?? null,
    resolution: saidIn(assigned),
    resolvedOn: at(assigned),
    interim: at(last('interim')),
    onSite: inspected ? [at(inspected), inspected.actor].filter(Boolean).join(', ') : null,
    notes: saidIn(inspected),
    executors: executorsOf(card),
    control: card.control && !isRemoved ? words.controls[card.control.kind] : null,
    removedBy: isRemoved ? (closed?.actor ?? null) : null,
    removedOn: card.control?.removedAt ? dayInFull('uk', new Date(card.control.removedAt)) : null,
  };
}
function ofAnswer({ answer, receivedAt }: CaseCard): Said {
  if (!answer?.signed) return {};
  const { outgoingNumber, on } = answer.signed;
  return {
    result: words.results[answer.result],
    answer: answer.text,
    answeredOn: dateInFull('uk', on),
    outgoing: outgoingNumber,
    days: String(daysBetween(legalDateOf(new Date(receivedAt)), on)),
  };
}
/** What the register knows of a case, by the fields of its card (CMU 348); the rest is filled in by hand. */
export function cardFacts(found: Case, card: CaseCard): Said {
  const { kind } = card.fields;
  const kinds: Readonly<Record<string, string>> = TEXTS.uk.cases.kinds;
  const content = questionGroups[card.questionGroup as keyof typeof questionGroups] ?? '';
  const previous = card.links.filter((link) => link.direction === 'to' && link.kind === 'repeatOf');
  return {
    ...ofPeople(card),
    ...ofClassifier(found),
    ...ofCourse(card),
    ...ofAnswer(card),
    number: spacedNumber(card.number),
    index: card.registrationIndex,
    receivedOn: dayInFull('uk', found.receivedAt),
    kind: kind ? (kinds[kind] ?? null) : null,
    main: fill(words.question, { group: card.questionGroup, content }),
    text: card.text,
    place: card.place.address ?? card.place.description,
    previous: previous.map(({ number }) => spacedNumber(number)).join(', '),
    dueOn: day(card.dueOn ?? found.clocks.findLast(({ ofCaseId }) => !ofCaseId)?.dueLegal ?? null),
  };
}
