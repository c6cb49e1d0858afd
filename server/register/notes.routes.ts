import { Router } from 'express';
import { mount, reply } from '#server/http/endpoint.ts';
import type { Actor, Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import * as contract from '#shared/contract/notes.ts';
import { caseFor } from './case.files.ts';
import { casePolicy } from './case.policy.ts';
import { seeNotes } from './commands/see-notes.ts';
import { withdrawNote } from './commands/withdraw-note.ts';
import { addNote, editNote } from './commands/write-note.ts';
import { colleaguesOf } from './mentions.ts';
import type { Note } from './note.model.ts';
import { presentNotes } from './note.presenter.ts';
import { mentionsPage, notesOf, unreadIn } from './notes.queries.ts';

/** Internal notes over HTTP; their addresses come before the verbs, for they are none of them. */
export const noteRoutes = Router();

const shown = async (note: Note, viewer: Actor | Visitor) => {
  const [one] = await presentNotes([note], viewer);
  if (!one) throw new Problem('not-found');
  return one;
};
mount(noteRoutes, contract.listNotes, async ({ actor, params }) => {
  const { found } = await caseFor(actor, 'desk.read', params.id);
  const items = await presentNotes(await notesOf(found), actor);
  const unread = await unreadIn(found, actor);
  return reply(200, { items, next: null, mayWrite: casePolicy['note.write'](actor, found), unread });
});
mount(noteRoutes, contract.listColleagues, async ({ actor, params }) => {
  const { found } = await caseFor(actor, 'desk.read', params.id);
  const items = (await colleaguesOf(found, actor)).map(({ _id, name, login, post }) => ({
    id: String(_id),
    name,
    login,
    post,
  }));
  return reply(200, { items, next: null });
});
mount(noteRoutes, contract.addNote, async ({ actor, params, body }) =>
  reply(201, await shown(await addNote(actor, params.id, body.text), actor)),
);
mount(noteRoutes, contract.seeNotes, async ({ actor, params }) =>
  reply(200, { unread: await seeNotes(actor, params.id) }),
);
mount(noteRoutes, contract.editNote, async ({ actor, params: { id: caseId, noteId }, body }) =>
  reply(200, await shown(await editNote(actor, { caseId, noteId, text: body.text }), actor)),
);
mount(noteRoutes, contract.withdrawNote, async ({ actor, params }) =>
  reply(200, await shown(await withdrawNote(actor, params.id, params.noteId), actor)),
);
mount(noteRoutes, contract.listMentions, async ({ actor, query }) => {
  if (!actor) throw new Problem('sign-in.required');
  return reply(200, await mentionsPage(actor, query));
});
