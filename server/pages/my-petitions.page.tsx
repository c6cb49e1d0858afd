import { MyPetitionsPage, type MyPetitionsProps } from '#client/views/my/petitions-page.tsx';
import { renderDocument } from './document.tsx';
import { frameOf, type Visit } from './frame.ts';
import { TEXTS } from './texts.ts';

/** One's own petitions. */
export function myPetitionsPage(visit: Visit, facts: Omit<MyPetitionsProps, 'lang' | 'texts'>): string {
  const { myPetitions: texts } = TEXTS[visit.lang];
  const view = <MyPetitionsPage {...facts} lang={visit.lang} texts={texts} />;
  return renderDocument(frameOf({ ...visit, path: '/my/petitions' }, texts.title), view, { isPrivate: true });
}
