import { fileAppeal } from '#server/appeals/index.ts';
import { attachmentsOf, takeIn } from '#server/attachments/index.ts';
import { beginSession } from '#server/identity/index.ts';
import { now, shiftClock } from '#server/platform/clock.ts';
import { lookupHash } from '#server/platform/secrets.ts';
import { addFile } from '#server/register/commands/add-file.ts';
import { redactCasePhoto } from '#server/register/commands/redact-case-photo.ts';
import { type Case, giveFeedback, joinCase } from '#server/register/index.ts';
import { unit } from '#server/seeds/city.ts';
import type { NewAppeal } from '#shared/contract/filing.ts';
import type { MoveBody } from '#shared/contract/move.ts';
import { aDocx } from './documents.ts';
import { halves } from './pictures.ts';
import { answerIt, CLERK, moveAlong } from './site.ts';

/** A page of a case in one of its states, and the session that sees it so; null for a stranger. */
export interface CaseState {
  name: string;
  path: string;
  token: string | null;
}
const DAY_MS = 86_400_000;
const PHONE = '+380671234567';
const TEXT =
  'На розі Дерибасівської та Гаванської яма завглибшки з долоню, машини об’їжджають її тротуаром. Увечері її не видно, учора там упала дитина на самокаті.\n\nПрошу полагодити або хоча б огородити.';
const PUBLIC_TEXT = 'На розі Дерибасівської та Гаванської яма завглибшки з долоню, машини об’їжджають її тротуаром.';
const RESOLVED: NonNullable<MoveBody['answer']> = {
  text: 'Яму ліквідовано 2 березня: знято старе покриття, укладено новий асфальт на площі 6 м².\n\nГарантійний строк ремонту — 3 роки.',
  result: 'resolved',
  appealRoute: 'Скаргу можна подати міському голові або до суду.',
};
const REFUSED: NonNullable<MoveBody['answer']> = {
  text: 'Ділянка належить державі, тому місто не може її полагодити.',
  result: 'refused',
  appealRoute: 'Скаргу можна подати міському голові.',
};
const draft: NewAppeal = {
  kind: 'application',
  categoryCode: 'road-surface',
  text: TEXT,
  place: { address: 'вул. Дерибасівська, 10', point: { type: 'Point', coordinates: [30.7363, 46.4843] } },
  applicant: { lastName: 'Шевченко', firstName: 'Олена', residence: 'Одеса, вул. Рішельєвська, 5' },
  contact: { phone: PHONE },
  replyBy: 'page',
  consents: { sms: false, publication: true },
};
let drafts = 0;

/** Files a report that many days ago; with two photos and a paper where that is wished. */
async function filed({ daysAgo = 0, hasFiles = false } = {}): Promise<Case> {
  const back = now().getTime() - Date.now();
  shiftClock(back - daysAgo * DAY_MS);
  drafts += 1;
  const owner = { kind: 'draft', id: String(drafts).padStart(64, '0') } as const;
  if (hasFiles) {
    const photo = await halves(1_200, 900).jpeg().toBuffer();
    for (const name of ['яма.jpg', 'ближче.jpg']) await takeIn({ owner, purpose: 'appeal', name, content: photo });
    await takeIn({ owner, purpose: 'appeal', name: 'попередня відповідь.docx', content: aDocx() });
  }
  const found = await fileAppeal(null, draft, { channel: 'web', draftId: hasFiles ? owner.id : undefined });
  shiftClock(back);
  return found;
}
/** Takes it to the executor. */
async function inWork({ number }: Case): Promise<void> {
  await moveAlong(number, 'register', { questionGroup: 3 });
  await moveAlong(number, 'assign', { departmentId: String(unit(3)) });
  await moveAlong(number, 'accept');
}
/** Opens its photos to all, those of the work too, and publishes its words. */
async function published({ _id, number }: Case, answer?: string): Promise<void> {
  const files = await attachmentsOf({ kind: 'case', id: String(_id) });
  const photoIds = files.filter(({ kind }) => kind === 'photo').map((photo) => String(photo._id));
  for (const photoId of photoIds) await redactCasePhoto(CLERK, String(_id), { photoId, rectangles: [] });
  const words = { text: PUBLIC_TEXT, photoIds, ...(answer && { answer }) };
  await moveAlong(number, 'publish', { publication: { state: 'public', ...words } });
}
/** A photo of what was done. */
const illustrated = async ({ _id }: Case): Promise<void> => {
  const content = await halves(900, 1_200).jpeg().toBuffer();
  await addFile(CLERK, String(_id), { name: 'після.jpg', content, field: 'file' });
};

/** Makes a case in each of its states and tells who sees it how. */
export async function caseStates(): Promise<CaseState[]> {
  const states: CaseState[] = [];
  const add = (name: string, { number }: Case, token: string | null = null, tail = ''): void => {
    states.push({ name, path: `/appeals/${number}${tail}`, token });
  };
  const holder = async ({ _id }: Case): Promise<string> =>
    (await beginSession({ kind: 'caseHolder', openedCaseIds: [String(_id)] })).token;
  const owner = ({ _id }: Case) => ({ ...CLERK, kind: 'caseHolder' as const, caseIds: new Set([String(_id)]) });

  const fresh = await filed({ hasFiles: true });
  add('locked', fresh);
  add('own, received', fresh, await holder(fresh));
  const { token } = await beginSession({ kind: 'resident', phoneHashes: [lookupHash(PHONE)] });

  const anonymous = await filed({ daysAgo: 3 });
  await moveAlong(anonymous.number, 'publish', { publication: { state: 'anonymised' } });
  add('public, state alone', anonymous);
  const shown = await filed({ daysAgo: 8, hasFiles: true });
  await inWork(shown);
  await published(shown);
  add('public, in work', shown);
  add('public, in work, in English', shown);
  add('own, in work', shown, await holder(shown));
  const late = await filed({ daysAgo: 40, hasFiles: true });
  await inWork(late);
  await published(late);
  add('public, overdue', late);
  add('own, overdue', late, await holder(late));

  const done = await filed({ daysAgo: 12, hasFiles: true });
  await published(done);
  const { part } = await joinCase(String(done._id), {
    applicant: { lastName: 'Коваль', firstName: 'Іван', residence: 'Одеса, вул. Софіївська, 8' },
    contact: { email: 'ivan@example.org' },
    replyBy: 'page',
    consents: { sms: false },
  });
  await illustrated(done);
  await answerIt(done.number, RESOLVED);
  await published(done, RESOLVED.text);
  add('public, answered', done);
  add('own, asked whether it is settled', done, await holder(done));
  add(
    'joined, answered',
    done,
    (await beginSession({ kind: 'caseHolder', joinedCaseIds: [String(part.caseId)] })).token,
  );
  add('report', done, null, '/report');

  const yes = await filed({ daysAgo: 9 });
  await answerIt(yes.number, RESOLVED);
  await giveFeedback(owner(yes), { caseId: String(yes._id), verdict: 'resolved', reason: null });
  add('own, settled', yes, await holder(yes));
  const no = await filed({ daysAgo: 9 });
  await answerIt(no.number, RESOLVED);
  await giveFeedback(owner(no), { caseId: String(no._id), verdict: 'not_resolved', reason: 'Асфальт уже просів.' });
  add('own, not settled', no, await holder(no));
  const refused = await filed({ daysAgo: 9 });
  await answerIt(refused.number, REFUSED);
  add('own, refused', refused, await holder(refused));
  add('of the phone, in work', shown, token);
  add('of the phone, answered', refused, token);
  return states.map((state) => (/English/.test(state.name) ? { ...state, path: `/en${state.path}` } : state));
}
