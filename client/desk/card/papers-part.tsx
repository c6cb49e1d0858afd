import type { JSX } from 'preact';
import type { CaseCard } from '#shared/contract/register.ts';
import { useDesk } from '../desk-context.ts';
import { Part } from './part.tsx';

/** The papers of a case as PDF: its registration-control card, and its letter, or the draft of it. */
export const PapersPart = ({ card: { id, answer } }: { card: CaseCard }): JSX.Element => {
  const { papers } = useDesk().words.standing;
  const paper = (file: 'card' | 'letter', label: string): JSX.Element => (
    <a class="button secondary" href={`/api/v1/register/${id}/${file}.pdf`} download>
      {label}
    </a>
  );
  return (
    <Part title={papers.title}>
      <p class="actions">
        {paper('card', papers.card)}
        {answer && paper('letter', answer.signed ? papers.letter : papers.draft)}
      </p>
    </Part>
  );
};
