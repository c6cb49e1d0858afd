import { MessagesPage, type MessagesPageProps } from '#client/views/my/messages-page.tsx';
import { renderDocument } from './document.tsx';
import { frameOf, type Visit } from './frame.ts';
import { TEXTS } from './texts.ts';

/** One's own messages and their switches. */
export function messagesPage(visit: Visit, facts: Omit<MessagesPageProps, 'lang' | 'texts' | 'errorTitle'>): string {
  const { myMessages: texts, common } = TEXTS[visit.lang];
  const view = <MessagesPage {...facts} lang={visit.lang} texts={texts} errorTitle={common.errorSummary} />;
  const frame = frameOf({ ...visit, path: '/my/messages' }, texts.title, facts.errors.length > 0);
  return renderDocument(frame, view, { isPrivate: true });
}
