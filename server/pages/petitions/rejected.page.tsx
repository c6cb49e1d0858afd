import { RejectedPage } from '#client/views/petitions/rejected-page.tsx';
import { initiatorName, type Petition } from '#server/petitions/index.ts';
import { REJECTION_REASONS } from '#shared/domain/petition.ts';
import { fill } from '#shared/texts/fill.ts';
import { renderDocument } from '../document.tsx';
import { frameOf, type Visit } from '../frame.ts';
import { TEXTS } from '../texts.ts';

/** The page of a petition that was not published; search engines are kept out. */
export function rejectedPage(visit: Visit, found: Petition, rejection: NonNullable<Petition['rejection']>): string {
  const { petitions: texts, petitionReasons } = TEXTS[visit.lang];
  const { number, title, essence, demand } = found;
  const { hides } = REJECTION_REASONS[rejection.reason];
  const view = (
    <RejectedPage
      number={number ?? 0}
      reason={petitionReasons[rejection.reason]}
      explanation={rejection.explanation}
      words={hides ? null : { title, essence, demand, initiator: initiatorName(found) }}
      lang={visit.lang}
      texts={texts}
    />
  );
  const name = fill(texts.rejected.title, { number: String(number) });
  return renderDocument(frameOf({ ...visit, path: `/petitions/${number}` }, name), view, {
    isPrivate: true,
  });
}
