import type { JSX } from 'preact';
import type { DeskPetition } from '#shared/contract/petition-desk.ts';
import { Part } from '../card/part.tsx';
import { useDesk } from '../desk-context.ts';

/** The papers for the council's session; nothing where there is none to convene. */
export const PetitionPapers = ({ petition: { id, may } }: { petition: DeskPetition }): JSX.Element | null => {
  const { card: texts } = useDesk().words.petitions;
  if (!may.takeOrder) return null;
  return (
    <Part title={texts.papers}>
      <p>
        <a class="button secondary" href={`/api/v1/desk/petitions/${id}/convening-order.pdf`} download>
          {texts.order}
        </a>
      </p>
      <p class="hint">{texts.orderHint}</p>
    </Part>
  );
};
