import { anyCategoryOf, departmentOf } from '#server/catalogue/index.ts';
import { type StaffRights, staffWithRights } from '#server/identity/index.ts';
import type { LetterWriter } from '#server/notifications/index.ts';
import { stillInHand } from '#server/register/index.ts';
import { LIST_PARTS, STEPS } from '#shared/domain/executors.ts';
import { spacedNumber } from '#shared/texts/codes.ts';
import { dateInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import { plural } from '#shared/texts/plural.ts';
import { executorLetters as words } from '#shared/texts/uk/executor-letters.ts';
import { mail } from '#shared/texts/uk/mail.ts';
import { type ExecutorLetter, ExecutorLetterModel, type LetterLine } from './executor-letter.model.ts';
import { partsOf } from './in-hand.ts';
import { overdueNow } from './overdue.ts';

/** What of a letter's lines still holds: the case waits for that very executor, and no later date was given. */
async function standing({ kind, lines }: ExecutorLetter, reader: StaffRights): Promise<LetterLine[]> {
  const held = await stillInHand(lines.map(({ caseId }) => caseId));
  return lines.filter(({ caseId, departmentId, date }) => {
    const found = held.get(String(caseId));
    const part = found && partsOf(found).find((one) => one.departmentId === String(departmentId));
    const isTheirs = kind !== 'list' || String(reader.departmentId) === String(departmentId);
    return isTheirs && part !== undefined && part.date <= date;
  });
}
const unitName = (id: unknown): string => departmentOf(String(id))?.uk ?? '';
const inWords = (
  { number, categoryCode, date, caseId, departmentId }: LetterLine,
  publicUrl: string,
  isAll: boolean,
): string => {
  const facts = {
    number: spacedNumber(number),
    category: anyCategoryOf(categoryCode)?.uk ?? categoryCode,
    date: dateInFull('uk', date),
    department: unitName(departmentId),
  };
  return `${fill(isAll ? words.lineOfAll : words.line, facts)}\n${publicUrl}/desk/cases/${caseId}`;
};
/** Paragraphs of one part: what it is and how many, then the cases; nothing of it where none is left. */
function part(why: LetterLine['why'], lines: readonly LetterLine[], gone: number, publicUrl: string): string[] {
  const theirs = lines.filter((line) => line.why === why);
  if (theirs.length === 0) return [];
  const isAll = STEPS.some((step) => step === why);
  const rest = gone > 0 ? [plural('uk', gone, words.more)] : [];
  return [
    fill(words.parts[why], { n: theirs.length + gone }),
    ...theirs.map((line) => inWords(line, publicUrl, isAll)),
    ...rest,
  ];
}
async function bodyOf(letter: ExecutorLetter, reader: StaffRights, publicUrl: string): Promise<string[] | null> {
  if (letter.kind === 'sheet') {
    const late = (await overdueNow(letter.on)).filter(({ overdue }) => overdue > 0);
    return late.length === 0 ? null : late.map(sheetLine);
  }
  const lines = await standing(letter, reader);
  if (lines.length === 0) return null;
  const beyond = (why: LetterLine['why']): number =>
    Math.max(0, (letter.counts[why] ?? 0) - letter.lines.filter((line) => line.why === why).length);
  return [...LIST_PARTS, ...STEPS].flatMap((why) => part(why, lines, beyond(why), publicUrl));
}
const sheetLine = ({
  department,
  overdue,
  overdueByLaw,
  oldestOn,
}: Awaited<ReturnType<typeof overdueNow>>[number]): string =>
  fill(words.sheetLine, {
    department,
    overdue: plural('uk', overdue, words.cases),
    byLaw: overdueByLaw,
    date: oldestOn ? dateInFull('uk', oldestOn) : '',
  });

/** Words letters to staff from what holds at that very moment; null where nothing of it is left, or they may not be written to any more. `sheet` makes the paper of the week. */
export const executorLetterWriter =
  (publicUrl: string, sheet: () => Promise<Buffer>): LetterWriter =>
  async ({ recipient }) => {
    const letter = await ExecutorLetterModel.findById(recipient.id).lean<ExecutorLetter>();
    const reader = letter && (await staffWithRights(String(letter.staffId)));
    const body = letter && reader?.email ? await bodyOf(letter, reader, publicUrl) : null;
    if (!letter || !reader?.email || !body) return null;
    const { subject, paragraphs, link } = mail[`executor.${letter.kind}`];
    const places = { date: dateInFull('uk', letter.on), department: unitName(reader.departmentId) };
    const url = `${publicUrl}/desk${letter.kind === 'sheet' ? '/figures' : ''}`;
    return {
      to: reader.email,
      subject: fill(subject, places),
      paragraphs: [...paragraphs.map((line) => fill(line, places)), ...body],
      link: { words: link, url },
      ...(letter.kind === 'sheet' && {
        attachments: [
          { name: fill(words.sheetFile, { date: letter.on }), type: 'application/pdf', content: await sheet() },
        ],
      }),
    };
  };
