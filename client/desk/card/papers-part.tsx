import type { JSX } from 'preact';
import type { CaseCard } from '#shared/contract/register.ts';
import { useDesk } from '../desk-context.ts';
import { Part } from './part.tsx';

/** The papers of a case as PDF: its registration-control card, and its letter, or the draft of it. */
export const PapersPart = ({ card: { id, answer, applicants } }: { card: CaseCard }): JSX.Element => {
  const { signed: texts, standing } = useDesk().words;
  const { papers } = standing;
  const signing = answer?.signed?.signing;
  const seesPeople = !applicants.some(({ isMasked }) => isMasked);
  const paper = (file: string, label: string): JSX.Element => (
    <a class="button secondary" href={`/api/v1/register/${id}/${file}`} download>
      {label}
    </a>
  );
  return (
    <Part title={papers.title}>
      <p class="actions">
        {paper('card.pdf', papers.card)}
        {answer && paper('letter.pdf', answer.signed ? papers.letter : papers.draft)}
        {seesPeople && signing?.hasLetter && paper('signed-letter.pdf', texts.original)}
        {seesPeople && signing?.check && signing.method !== 'oral' && paper('signature', texts.files[signing.method])}
      </p>
    </Part>
  );
};
