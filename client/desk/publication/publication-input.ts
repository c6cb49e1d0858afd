import type { MoveBody } from '#shared/contract/move.ts';
import type { CaseCard } from '#shared/contract/register.ts';
import { PUBLICATION_STATES, type PublicationState } from '#shared/domain/publication.ts';
import type { Values } from '../form/drafts.ts';

/** The names of the form's fields, as the server calls them where they are wrong; photos are ticks of their own. */
export const FIELD = {
  state: 'publication.state',
  text: 'publication.text',
  answer: 'publication.answer',
  photos: 'publication.photoIds',
  photo: (id: string): string => `publication.photo.${id}`,
} as const;

/** Under which key a form that was begun is kept. */
export const publicationDraft = (caseId: string): string => `${caseId}/publication`;

/** How much of a case can be published, the fullest first: all at or below its ceiling. */
export const choicesOf = ({ publication: { ceiling } }: Pick<CaseCard, 'publication'>): PublishedState[] =>
  (['public', 'anonymised'] as const).filter(
    (state) => PUBLICATION_STATES.indexOf(state) <= PUBLICATION_STATES.indexOf(ceiling),
  );
type PublishedState = Exclude<PublicationState, 'none'>;

/** The photos of which everybody can be shown a copy. */
export const showablePhotos = ({ files }: Pick<CaseCard, 'files'>): CaseCard['files'] =>
  files.filter(({ kind, publicUrl }) => kind === 'photo' && publicUrl !== null);

/** How the form begins: as it is shown now; before that with what is suggested, the applicant's words, the signed answer and every photo that is ready. */
export function untouchedPublication(card: Pick<CaseCard, 'publication' | 'text' | 'answer' | 'files'>): Values {
  const { publication, text, answer } = card;
  const isFirst = publication.state === 'none';
  const choices = choicesOf(card);
  const offered = isFirst ? publication.suggestion : publication.state;
  const isShown = ({ id }: { id: string }) => isFirst || publication.photoIds.includes(id);
  return {
    [FIELD.state]: choices.find((choice) => choice === offered) ?? '',
    [FIELD.text]: publication.text ?? (publication.state === 'public' ? '' : text),
    [FIELD.answer]: publication.answer ?? (publication.state !== 'public' && answer?.signed ? answer.text : ''),
    ...Object.fromEntries(showablePhotos(card).map((photo) => [FIELD.photo(photo.id), isShown(photo) ? 'true' : ''])),
  };
}

/** What the form sends; words left empty are left out, and less than `public` goes without any. */
export function publicationIn(values: Values): Pick<MoveBody, 'publication'> {
  const state = values[FIELD.state] as PublicationState | '' | undefined;
  if (state !== 'public') return { publication: { ...(state && { state }) } as NonNullable<MoveBody['publication']> };
  const said = (name: string) => values[name]?.trim() || undefined;
  const [text, answer] = [said(FIELD.text), said(FIELD.answer)];
  const before = FIELD.photo('');
  const photoIds = Object.keys(values).flatMap((name) =>
    name.startsWith(before) && values[name] ? [name.slice(before.length)] : [],
  );
  return { publication: { state, ...(text && { text }), ...(answer && { answer }), photoIds } };
}
