import { Router } from 'express';
import type { CaseSwitch } from '#client/views/my/message-switches.tsx';
import { refusalOf } from '#server/http/problems.ts';
import { messagesTo } from '#server/notifications/index.ts';
import type { Actor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import {
  caseByNumber,
  casesById,
  muteOwnKinds,
  type OwnMessages,
  ownMessages,
  type SwitchStates,
  switchOwn,
} from '#server/register/index.ts';
import { isCaseNumber } from '#shared/domain/case-number.ts';
import { MESSAGE_KINDS } from '#shared/domain/message-kinds.ts';
import { spacedNumber } from '#shared/texts/codes.ts';
import { fill } from '#shared/texts/fill.ts';
import { messagesPage } from './my-messages.page.tsx';
import { inWords } from './refusal.ts';
import { TEXTS } from './texts.ts';
import { getPage, type PageRequest, postPage } from './visit.routes.ts';

const A_PAGE = 20;
/** The page that is asked for, counted from one; a word that is no page is the first. */
const pageIn = ({ query }: PageRequest): number => {
  const asked = query('page') ?? '';
  return /^[1-9]\d{0,4}$/.test(asked) ? Number(asked) : 1;
};

/** How one's switches stand, by the numbers of their cases. */
type Standing = Record<'sms' | 'email', CaseSwitch[] | null>;
const switchesIn = (states: SwitchStates | null, numbers: ReadonlyMap<string, string>): CaseSwitch[] | null =>
  states &&
  [...states]
    .flatMap(([id, isOn]) => {
      const number = numbers.get(id);
      return number ? [{ number, isOn }] : [];
    })
    .sort((a, b) => b.number.localeCompare(a.number));

/** What has just been done, where things stand so: an address alone says nothing of it. */
function noticeOf({ query, visit }: PageRequest, standing: Standing): string | undefined {
  const { myMessages: texts } = TEXTS[visit.lang];
  const [, way, to] = /^(sms|email)-(on|off)$/.exec(query('done') ?? '') ?? [];
  if (!way || !to) return query('done') === 'kinds' && standing.sms ? texts.done.kinds : undefined;
  const number = query('number') ?? '';
  const switches = standing[way as keyof Standing];
  const meant = isCaseNumber(number) ? switches?.filter((one) => one.number === number) : switches;
  if (!meant?.length || meant.some(({ isOn }) => isOn !== (to === 'on'))) return undefined;
  const done = texts.done[`${way}-${to}` as keyof typeof texts.done];
  return isCaseNumber(number) ? fill(texts.doneOne, { number: spacedNumber(number), done }) : done;
}

async function listOf({ addressed, since }: OwnMessages, numbers: ReadonlyMap<string, string>, page: number) {
  const { items, total } = await messagesTo(addressed, { since, skip: (page - 1) * A_PAGE, limit: A_PAGE });
  const shown = items.map(({ caseId, at, since: stood, notBefore, ...item }) => ({
    ...item,
    number: numbers.get(caseId) ?? '',
    at: at.toISOString(),
    since: stood.toISOString(),
    notBefore: notBefore.toISOString(),
  }));
  return { items: shown, total, page, pages: Math.ceil(total / A_PAGE) };
}
async function show(request: PageRequest, actor: Actor, refused?: Problem): Promise<void> {
  const own = await ownMessages(actor);
  const ids = new Set([...(own.sms?.keys() ?? []), ...(own.email?.keys() ?? [])]);
  const numbers = new Map((await casesById([...ids])).map(({ _id, number }) => [String(_id), number]));
  const standing = { sms: switchesIn(own.sms, numbers), email: switchesIn(own.email, numbers) };
  const texts = TEXTS[request.visit.lang];
  const errors = (refused?.details.errors ?? []).map(({ path }) => ({
    path,
    label: path === 'email' ? texts.myMessages.email : texts.myMessages.sms,
    message: refused ? (inWords(refused, texts) ?? '') : '',
    href: `#${path}`,
  }));
  const page = messagesPage(request.visit, {
    ...standing,
    ...(await listOf(own, numbers, pageIn(request))),
    mutedKinds: own.mutedKinds,
    notice: refused ? undefined : noticeOf(request, standing),
    errors,
  });
  request.show(page, refused?.status ?? 200);
}

/** Answers residents alone; everybody else is led to where they sign in. */
const forResident = (answer: (request: PageRequest, actor: Actor) => Promise<void>) => async (request: PageRequest) => {
  const actor = await request.actor();
  if (actor?.kind !== 'resident') return request.goTo('/my');
  try {
    await answer(request, actor);
  } catch (error) {
    const problem = refusalOf(error);
    if (problem.status !== 422) throw problem;
    await show(request, actor, problem);
  }
};
const switching = (purpose: 'sms' | 'email') =>
  forResident(async (request, actor) => {
    const number = request.typed('number');
    const found = isCaseNumber(number) ? await caseByNumber(number) : null;
    if (number && !found) throw new Problem('not-found');
    const isOn = request.typed('to') === 'on';
    await switchOwn(actor, { purpose, isOn, caseId: found && String(found._id) });
    const done = `${purpose}-${isOn ? 'on' : 'off'}`;
    request.goTo(`/my/messages?done=${done}${found ? `&number=${number}` : ''}`);
  });

/** A person's own messages, and the switches of what is sent to them; each works by a plain post. */
export function myMessagesPages(): Router {
  const router = Router();
  getPage(
    router,
    '/my/messages',
    forResident((request, actor) => show(request, actor)),
  );
  postPage(router, '/my/messages/sms', switching('sms'));
  postPage(router, '/my/messages/letters', switching('email'));
  postPage(
    router,
    '/my/messages/kinds',
    forResident(async (request, actor) => {
      await muteOwnKinds(
        actor,
        MESSAGE_KINDS.filter((kind) => request.typed(kind) !== 'true'),
      );
      request.goTo('/my/messages?done=kinds');
    }),
  );
  return router;
}
