import { Router } from 'express';
import type { Typed } from '#client/views/work/work-forms.tsx';
import {
  acceptByLink,
  draftByLink,
  type LinkedWork,
  linkOf,
  noteByLink,
  photoByLink,
  presentWork,
} from '#server/executors/index.ts';
import { fitting, parseForm } from '#server/http/form.ts';
import { isMultipart, readMultipart } from '#server/http/multipart.ts';
import { refusalOf } from '#server/http/problems.ts';
import { Problem } from '#server/platform/problem.ts';
import { LinkDraft, LinkNote } from '#shared/contract/executors.ts';
import { LARGEST_FILE } from '#shared/domain/attachments.ts';
import { fill } from '#shared/texts/fill.ts';
import type { WorkTexts } from '#shared/texts/uk/work.ts';
import { categoryName } from './case.names.ts';
import { within } from './frame.ts';
import { inWords } from './refusal.ts';
import { TEXTS } from './texts.ts';
import { type AnswerPage, getPage, type PageRequest, postPage } from './visit.routes.ts';
import { deadLinkPage, workPage } from './work.page.tsx';

const UPLOAD = { maxFiles: 1, maxBytes: LARGEST_FILE.photo + (64 << 10) };
type Deed = keyof WorkTexts['done'];
const DEEDS: readonly Deed[] = ['accept', 'photo', 'note', 'draft'];

const codeIn = ({ params: { code = '' } }: PageRequest): string => code.toUpperCase();
const placeOf = ({ address, point }: Pick<LinkedWork, 'address' | 'point'>, texts: WorkTexts): string | null => {
  if (address || !point) return address;
  const [lng, lat] = point;
  return fill(texts.point, { lat: lat.toFixed(5), lng: lng.toFixed(5) });
};
/** Sends a page that nobody keeps: whoever finds it could work on. */
function send({ res }: PageRequest, page: string, status: number): void {
  res.set('cache-control', 'no-store').set('vary', 'cookie').status(status).type('html').send(page);
}
async function show(
  request: PageRequest,
  { typed, done, status = 200 }: { typed?: Typed; done?: Deed; status?: number } = {},
) {
  const code = codeIn(request);
  const { link, found } = await linkOf(code);
  const { visit } = request;
  const { number, categoryCode, dueOn, expiresAt, acceptedAt, resolution, task, photoIds, ...place } =
    await presentWork(link, found);
  const page = workPage(visit, {
    address: within(visit, `/work/${code}`),
    number,
    category: categoryName(categoryCode, visit.lang),
    place: placeOf(place, TEXTS[visit.lang].work),
    dueOn,
    expiresAt: expiresAt.toISOString(),
    acceptedAt: acceptedAt?.toISOString() ?? null,
    tasks: [...new Set([resolution, task].filter((words) => words !== null))],
    photos: photoIds.map((id) => ({
      id,
      url: `/files/${id}?work=${code}`,
      thumbUrl: `/files/${id}/thumb?work=${code}`,
    })),
    done,
    typed,
  });
  send(request, page, status);
}
/** Answers in words where the link is none, or can be used no more; whatever else goes wrong is everybody's. */
const orDead =
  (answer: (request: PageRequest) => Promise<void>): AnswerPage =>
  async (request) => {
    try {
      await answer(request);
    } catch (error) {
      const { code } = error instanceof Problem ? error : { code: null };
      if (code === 'not-found') send(request, deadLinkPage(request.visit, 'unknown'), 404);
      else if (code === 'link.over') send(request, deadLinkPage(request.visit, 'over'), 410);
      else throw error;
    }
  };
/** One form of the page: on to the page where it was done, and back with what was typed where a field was wrong. */
function form(router: Router, deed: Deed, take: (request: PageRequest, code: string) => Promise<void>): void {
  postPage(
    router,
    `/work/:code/${deed}`,
    orDead(async (request) => {
      const code = codeIn(request);
      try {
        await take(request, code);
      } catch (error) {
        const refusal = refusalOf(error);
        if (refusal.status !== 422 || deed === 'accept') throw error;
        const typed = {
          field: deed,
          value: request.form[deed] ?? '',
          error: inWords(refusal, TEXTS[request.visit.lang]),
        };
        return show(request, { typed, status: 422 });
      }
      request.goTo(`/work/${code}?done=${deed}`);
    }),
  );
}
async function takePhoto({ req }: PageRequest, code: string): Promise<void> {
  await linkOf(code); // before a byte of the body is read
  const onFile = (file: Parameters<typeof photoByLink>[1]) => photoByLink(code, { ...file, field: 'photo' });
  const files = isMultipart(req) ? (await readMultipart(req, { ...UPLOAD, onFile })).files : [];
  const refused = files.find(({ problem }) => problem)?.problem;
  if (refused) throw refused;
  if (files.length === 0)
    throw new Problem('fields.invalid', { errors: [{ in: 'body', path: 'photo', code: 'field.required' }] });
}

/** `/work/{code}`: what an executor outside sees and does by a link. A visit changes nothing. */
export function workPages(): Router {
  const router = Router();
  getPage(
    router,
    '/work/:code',
    orDead((request) => {
      const done = DEEDS.find((deed) => deed === request.query('done'));
      return show(request, done ? { done } : {});
    }),
  );
  form(router, 'accept', (_request, code) => acceptByLink(code));
  form(router, 'note', (request, code) => noteByLink(code, fitting(parseForm(LinkNote, request.form)).note));
  form(router, 'draft', (request, code) => draftByLink(code, fitting(parseForm(LinkDraft, request.form)).draft));
  form(router, 'photo', takePhoto);
  return router;
}
