import { today } from '#server/platform/clock.ts';
import { email } from '#shared/contract/fields.ts';
import type { NewAppeal } from '#shared/contract/filing.ts';
import type { AppealKind, Channel } from '#shared/domain/appeal.ts';
import { instantInKyiv, startOfDay } from '#shared/domain/legal-clock/kyiv-time.ts';
import { isLegalDate, type LegalDate } from '#shared/domain/legal-clock/legal-date.ts';
import { readPhone } from '#shared/domain/phone.ts';
import {
  type CellName,
  columnOf,
  KNOWN,
  type Outcome,
  type PastMapping,
  WORDS,
  type WordName,
} from './past-mapping.ts';

/** An appeal of past years as its row tells of it. */
export interface PastAppeal {
  key: string;
  index: string;
  receivedOn: LegalDate;
  receivedAt: Date;
  answeredOn: LegalDate | null;
  outcome: Outcome;
  channel: Channel;
  matter: Pick<NewAppeal, 'kind' | 'categoryCode' | 'text' | 'place'>;
  applicant: Pick<NewAppeal['applicant'], 'lastName' | 'firstName' | 'patronymic'> & { residence?: string };
  /** Whether anybody is named at all. */
  isNamed: boolean;
  contact: NewAppeal['contact'];
}
/** What a row came to: an appeal, a row that the mapping leaves out, or faults, none of which repeats what stands in the row. */
export type ReadRow = { appeal: PastAppeal } | { isLeftOut: true } | { faults: string[] };

/** The day on which the law on appeals was passed (393/96-ВР): what is dated before it is a slip of the pen. */
const FIRST_DAY = '1996-10-02';
const PATTERNS: Readonly<Record<PastMapping['dates'], RegExp>> = {
  'YYYY-MM-DD': /^(?<y>\d{4})-(?<m>\d\d)-(?<d>\d\d)/,
  'DD.MM.YYYY': /^(?<d>\d\d?)\.(?<m>\d\d?)\.(?<y>\d{4})/,
  'DD/MM/YYYY': /^(?<d>\d\d?)\/(?<m>\d\d?)\/(?<y>\d{4})/,
};
const TIME = /^(?:[T ]+(\d\d?):(\d\d)(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/;
/** A date and, where one stands after it, the time of a day in Kyiv; null where it is neither. */
function readDate(cell: string, format: PastMapping['dates']): { on: LegalDate; time: string } | null {
  const found = PATTERNS[format].exec(cell);
  const time = TIME.exec(cell.slice(found?.[0].length ?? 0));
  const { y = '', m = '', d = '' } = found?.groups ?? {};
  const on = `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  if (!time || !isLegalDate(on)) return null;
  return { on, time: `${(time[1] ?? '0').padStart(2, '0')}:${time[2] ?? '00'}` };
}

const UNPRINTABLE = /[\p{Cs}\ufffd]|(?![\n\t])\p{Cc}/u;
const LONGEST: Readonly<Partial<Record<CellName, number>>> = {
  text: 20_000,
  address: 200,
  residence: 300,
  key: 100,
  index: 60,
};
const LONGEST_OTHER = 200;
const tidy = (cell: string): string => cell.normalize('NFC').replace(/\r\n?/g, '\n').trim();
const alike = (word: string): string => word.replace(/\s+/g, ' ').trim().toLocaleLowerCase('uk');
const Email = email();

/** Reads the rows of one file by its heading. */
export class PastReader {
  readonly #mapping: PastMapping;
  readonly #places = new Map<string, number>();
  readonly #tables = new Map<WordName, ReadonlyMap<string, string | null>>();
  readonly #width: number;
  /** Columns that the mapping names and the file has not. */
  readonly missing: string[];

  constructor(mapping: PastMapping, heading: readonly string[]) {
    this.#mapping = mapping;
    this.#width = heading.length;
    for (const [i, name] of heading.entries()) this.#places.set(tidy(name), i);
    const named = Object.values(mapping.fields).flatMap((field) => columnOf(field) ?? []);
    this.missing = [...new Set(named)].filter((name) => !this.#places.has(name));
    for (const name of WORDS) {
      const field = mapping.fields[name];
      if (typeof field === 'object' && 'values' in field)
        this.#tables.set(name, new Map(Object.entries(field.values).map(([from, to]) => [alike(from), to])));
    }
  }

  /** Reads one row. */
  read(cells: readonly string[]): ReadRow {
    if (cells.length !== this.#width) return { faults: [`has ${cells.length} cells, the heading ${this.#width}`] };
    const { fields, dates } = this.#mapping;
    const faults: string[] = [];
    const complain = (name: CellName | WordName, what: string): void => {
      faults.push(`column «${columnOf(fields[name]) ?? name}» (${name}) ${what}`);
    };
    const cell = (name: CellName): string => {
      const column = columnOf(fields[name]);
      const value = column === null ? '' : tidy(cells[this.#places.get(column) ?? -1] ?? '');
      if (UNPRINTABLE.test(value)) complain(name, 'has broken or unprintable characters');
      else if (value.length > (LONGEST[name] ?? LONGEST_OTHER))
        complain(name, `is longer than ${LONGEST[name] ?? LONGEST_OTHER} characters`);
      return value;
    };
    const needed = (name: CellName): string => {
      const value = cell(name);
      if (value === '') complain(name, 'is empty');
      return value;
    };
    const date = (name: CellName, value: string) => {
      if (value === '') return null;
      const read = readDate(value, dates);
      if (!read) complain(name, `is not a date as ${dates}`);
      else if (read.on > today()) complain(name, 'lies in the future');
      else if (read.on < FIRST_DAY) complain(name, `is before ${FIRST_DAY}`);
      else return read;
      return null;
    };
    const words = this.#words(cells, complain);
    if (words === null) return { isLeftOut: true };
    const received = date('receivedOn', needed('receivedOn'));
    const answered = date('answeredOn', cell('answeredOn'));
    if (received && answered && answered.on < received.on) complain('answeredOn', 'is before the day of receipt');
    const index = needed('index');
    const key = fields.key === undefined ? `${index}/${received?.on.slice(0, 4)}` : needed('key');
    const text = needed('text');
    const address = cell('address');
    const { isNamed, ...applicant } = nameOf(cell);
    const residence = cell('residence');
    const contact = contactOf(cell('phone'), cell('email'), complain);
    if (!isNamed && (residence !== '' || Object.keys(contact).length > 0))
      complain(fields.lastName === undefined ? 'applicant' : 'lastName', 'is empty beside a residence or a contact');
    if (faults.length > 0 || !received) return { faults };
    const place = { ...(address !== '' && { address }), ...(words.district && { districtCode: words.district }) };
    return {
      appeal: {
        key,
        index,
        receivedOn: received.on,
        receivedAt: instantInKyiv(received.on, received.time) ?? startOfDay(received.on),
        answeredOn: answered?.on ?? null,
        outcome: words.result as Outcome,
        channel: words.channel as Channel,
        matter: { kind: words.kind as AppealKind, categoryCode: words.category, text, place },
        applicant: { ...applicant, ...(residence !== '' && { residence }) },
        isNamed,
        contact,
      },
    };
  }

  /** The words of ours that a row's stand for; null where the mapping leaves such rows out. */
  #words(cells: readonly string[], complain: (name: WordName, what: string) => void): Record<WordName, string> | null {
    const read: Record<WordName, string> = { kind: '', channel: '', category: '', result: '', district: '' };
    for (const name of WORDS) {
      const field = this.#mapping.fields[name];
      if (field === undefined) continue;
      if (typeof field === 'object' && 'fixed' in field) {
        read[name] = field.fixed;
        continue;
      }
      const theirs = alike(cells[this.#places.get(columnOf(field) ?? '') ?? -1] ?? '');
      const table = this.#tables.get(name);
      const otherwise = typeof field === 'object' && 'otherwise' in field ? field.otherwise : undefined;
      const ours = table ? (table.has(theirs) ? table.get(theirs) : otherwise) : theirs;
      if (ours === null) return null;
      if (ours === undefined)
        complain(name, theirs === '' ? 'is empty' : 'has a value that the table of the mapping does not name');
      else if (!KNOWN[name](ours)) complain(name, 'has a value that is not known here');
      else read[name] = ours;
    }
    return read;
  }
}

/** A name as the register keeps it, where it was written in capitals. */
const asName = (word: string): string =>
  /^[\p{Lu}'’ʼ-]{3,}$/u.test(word)
    ? word.toLocaleLowerCase('uk').replace(/(?<![\p{L}'’ʼ])\p{L}/gu, (letter) => letter.toLocaleUpperCase('uk'))
    : word;
/** The parts of a name, of one cell or of three; registers write the name and patronymic as initials, too. */
function nameOf(cell: (name: CellName) => string): Omit<PastAppeal['applicant'], 'residence'> & { isNamed: boolean } {
  const whole = cell('applicant')
    .split(/\s+|(?<=\.)(?=\p{L})/u)
    .filter(Boolean);
  const [last = '', first = '', ...more] = whole;
  const lastName = asName(cell('lastName') || last);
  const patronymic = cell('patronymic') || more.join(' ');
  return {
    lastName,
    firstName: asName(cell('firstName') || first),
    ...(patronymic !== '' && { patronymic }),
    isNamed: lastName !== '',
  };
}
/** How somebody was reached: of several numbers in one cell the first of each kind. */
function contactOf(
  phones: string,
  address: string,
  complain: (name: 'phone' | 'email', what: string) => void,
): PastAppeal['contact'] {
  const numbers = phones.split(/[,;/\n]+/).flatMap((typed) => (typed.trim() === '' ? [] : readPhone(typed.trim())));
  const numberOf = (kind: 'mobile' | 'landline'): string | null | undefined =>
    numbers.find((number) => number.kind === kind)?.e164;
  const [phone, landline] = [numberOf('mobile'), numberOf('landline')];
  if (numbers.length > 0 && !numbers.some(({ e164 }) => e164)) complain('phone', 'is not a phone number');
  const mailbox = address === '' ? null : Email.safeParse(address);
  if (mailbox && !mailbox.success) complain('email', 'is not an e-mail address');
  return {
    ...(phone && { phone }),
    ...(landline && { landline }),
    ...(mailbox?.success && { email: mailbox.data }),
  };
}
