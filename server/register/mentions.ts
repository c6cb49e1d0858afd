import { type StaffRights, staffAtWork } from '#server/identity/index.ts';
import type { Actor, Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import type { FieldError } from '#shared/domain/problems.ts';
import { actorOfStaff } from './actors.ts';
import type { Case } from './case.model.ts';
import { casePolicy } from './case.policy.ts';
import type { Note } from './note.model.ts';

/** An `@` that begins a mention; one inside an address of e-mail does not. */
const AT = /(?<![\p{L}\p{N}._%+-])@(?=[\p{L}\p{N}])/gu;
const LOGIN = /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?/i;
const WORD = /^[\p{L}\p{N}](?:[\p{L}\p{N}.'’ʼ-]*[\p{L}\p{N}])?/u;
const ENDED = /^(?![\p{L}\p{N}])/u;
/** The same length as written, so that the words can be cut where they fit. */
const plain = (text: string): string => text.toLowerCase().replace(/[’ʼ`]/g, "'");

type Colleague = Pick<StaffRights, '_id' | 'login' | 'name'>;
/** Who is meant by the words after an `@`, and how many of these words name them: the longest name that fits, else a login. */
function meant<C extends Colleague>(rest: string, staff: readonly C[]): { said: string; who: C[] } {
  const begins = plain(rest);
  const named = staff.filter(({ name }) => begins.startsWith(plain(name)) && ENDED.test(rest.slice(name.length)));
  const longest = Math.max(0, ...named.map(({ name }) => name.length));
  if (longest > 0) return { said: rest.slice(0, longest), who: named.filter(({ name }) => name.length === longest) };
  const said = WORD.exec(rest)?.[0] ?? '';
  const login = LOGIN.exec(rest)?.[0].toLowerCase();
  return { said, who: login === said.toLowerCase() ? staff.filter((one) => one.login === login) : [] };
}

/**
 * Whom the words of a note name, each once. 422 for every mention of nobody, of several people of one name, and of somebody who
 * may not read the case: each error says which words are meant.
 */
export async function mentionsIn(text: string, found: Case): Promise<Note['mentions']> {
  const places = [...text.matchAll(AT)].map(({ index }) => text.slice(index + 1));
  if (places.length === 0) return [];
  const staff = await staffAtWork();
  const errors = new Map<string, FieldError>();
  const mentions = new Map<string, Note['mentions'][number]>();
  for (const rest of places) {
    const { said, who } = meant(rest, staff);
    const [one] = who;
    const code =
      who.length > 1
        ? 'mention.ambiguous'
        : !one
          ? 'mention.unknown'
          : casePolicy['desk.read'](actorOfStaff(one), found)
            ? null
            : 'mention.no-access';
    if (code) errors.set(said, { in: 'body', path: 'text', code, said: `@${said}` });
    else if (one) mentions.set(plain(said), { staffId: String(one._id), said: `@${said}` });
  }
  if (errors.size > 0) throw new Problem('fields.invalid', { errors: [...errors.values()] });
  return [...mentions.values()];
}

/** Who may read a case at the desk, whoever asks aside, by name. */
export async function colleaguesOf(found: Case, viewer: Actor | Visitor): Promise<StaffRights[]> {
  const staff = await staffAtWork();
  return staff
    .filter((one) => String(one._id) !== viewer?.id && casePolicy['desk.read'](actorOfStaff(one), found))
    .sort((a, b) => a.name.localeCompare(b.name, 'uk'));
}
