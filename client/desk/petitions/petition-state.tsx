import type { JSX } from 'preact';
import { Icon } from '#client/views/icon.tsx';
import type { PublicStatus } from '#shared/domain/appeal.ts';
import type { PetitionStatus } from '#shared/domain/petition-workflow.ts';
import { useDesk } from '../desk-context.ts';

/** Which of the house's states, with its icon and colour, each state of a petition looks like. */
const LOOKS: Readonly<Record<PetitionStatus, PublicStatus>> = {
  unconfirmed: 'not_considered',
  submitted: 'received',
  collecting: 'in_work',
  threshold_reached: 'planned',
  under_review: 'in_work',
  answered: 'explained',
  failed_to_appeal: 'forwarded',
  rejected: 'refused',
  withdrawn: 'not_considered',
  merged: 'forwarded',
  archived: 'not_considered',
};
/** The state of a petition: icon and word, and a colour that only helps. */
export const PetitionState = ({ status }: { status: PetitionStatus }): JSX.Element => (
  <span class={`state ${LOOKS[status]}`}>
    <Icon of={LOOKS[status]} />
    <span class="word">{useDesk().words.petitions.statuses[status]}</span>
  </span>
);
