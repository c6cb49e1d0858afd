import { PetitionEditPage, type PetitionEditProps } from '#client/views/my/petition-edit-page.tsx';
import { MyPetitionsPage, type MyPetitionsProps } from '#client/views/my/petitions-page.tsx';
import { fill } from '#shared/texts/fill.ts';
import { renderDocument } from './document.tsx';
import { frameOf, type Visit } from './frame.ts';
import { TEXTS } from './texts.ts';

/** One's own petitions. */
export function myPetitionsPage(visit: Visit, facts: Omit<MyPetitionsProps, 'lang' | 'texts'>): string {
  const { myPetitions: texts } = TEXTS[visit.lang];
  const view = <MyPetitionsPage {...facts} lang={visit.lang} texts={texts} />;
  return renderDocument(frameOf({ ...visit, path: '/my/petitions' }, texts.title), view, { isPrivate: true });
}
/** One's own petition while it is checked, as it is or as it was typed and refused. */
export function petitionEditPage(
  visit: Visit,
  {
    form,
    ...facts
  }: Omit<PetitionEditProps, 'form' | 'lang' | 'texts' | 'writing' | 'common'> & {
    form: Pick<PetitionEditProps['form'], 'values' | 'errors'>;
  },
): string {
  const { myPetitions: texts, petitionWriting: writing, common, problems } = TEXTS[visit.lang];
  const words = { lang: visit.lang, texts, writing, common };
  const view = <PetitionEditPage {...facts} form={{ ...form, problems }} {...words} />;
  const title = fill(texts.editTitle, { number: String(facts.number) });
  return renderDocument(frameOf(visit, title, form.errors.length > 0), view, { isPrivate: true });
}
