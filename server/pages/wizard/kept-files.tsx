import { renderToString } from 'preact-render-to-string';
import { AttachedFiles } from '#client/views/wizard/attached-files.tsx';
import { attachmentsOf, presentAttachment } from '#server/attachments/index.ts';
import { ATTACHMENT_KINDS } from '#shared/domain/attachments.ts';
import { TEXTS } from '../texts.ts';
import type { PageRequest } from '../visit.routes.ts';
import { refusedFiles } from './posted-files.ts';

/** The lists of a draft's files, with those that this request brought and that were not taken: a part of the step's page, for its island. */
export async function keptFiles(request: PageRequest, draftId: string): Promise<string> {
  const { lang } = request.visit;
  const files = (await attachmentsOf({ kind: 'draft', id: draftId })).map(presentAttachment);
  const lists = ATTACHMENT_KINDS.map((kind) => (
    <AttachedFiles
      key={kind}
      kind={kind}
      files={files}
      refused={refusedFiles(request, kind, lang)}
      texts={TEXTS[lang].wizardDetails.files}
    />
  ));
  return lists.map((list) => renderToString(list)).join('');
}
