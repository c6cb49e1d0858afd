import type { JSX } from 'preact';
import { Icon, type IconName } from '#client/views/icon.tsx';
import type { PublicPetition } from '#shared/contract/petitions.ts';
import type { PetitionDecision } from '#shared/domain/petition.ts';
import type { PublicPetitionStatus } from '#shared/domain/petition-workflow.ts';
import type { PetitionTexts } from '#shared/texts/uk/petitions.ts';
import type { ShownPetition } from './petition-words.ts';

/** The colour of a state, and its icon where that is another one than the colour's own. */
type Look = readonly [
  colour: Extract<
    IconName,
    'received' | 'in_work' | 'resolved' | 'explained' | 'refused' | 'forwarded' | 'not_considered'
  >,
  icon?: IconName,
];
const LOOKS: Readonly<Record<Exclude<PublicPetitionStatus, 'answered'>, Look>> = {
  collecting: ['received', 'pen'],
  threshold_reached: ['resolved'],
  under_review: ['in_work'],
  failed_to_appeal: ['forwarded'],
  archived: ['not_considered'],
};
const DECISIONS: Readonly<Record<PetitionDecision, Look>> = {
  supported: ['resolved'],
  partially: ['explained'],
  not_supported: ['refused'],
};
const ENDED: Look = ['in_work', 'overdue'];

function lookOf({ status, answer }: PublicPetition, isOpen: boolean): Look {
  if (status === 'answered') return answer ? DECISIONS[answer.decision] : DECISIONS.partially;
  return status === 'collecting' && !isOpen ? ENDED : LOOKS[status];
}
/** The state of a petition in a word or two. */
function stateWords({ status, answer }: PublicPetition, isOpen: boolean, texts: PetitionTexts): string {
  if (status === 'answered' && answer) return texts.decisions[answer.decision];
  return status === 'collecting' && !isOpen ? texts.ended : texts.states[status];
}
/** The state as icon and word; colour only helps. */
export const PetitionState = ({
  petition,
  isOpen,
  texts,
}: Pick<ShownPetition, 'petition' | 'isOpen'> & { texts: PetitionTexts }): JSX.Element => {
  const [colour, icon = colour] = lookOf(petition, isOpen);
  return (
    <span class={`state ${colour}`}>
      <Icon of={icon} />
      {stateWords(petition, isOpen, texts)}
    </span>
  );
};
