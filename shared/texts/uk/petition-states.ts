import type { PetitionDecision } from '#shared/domain/petition.ts';
import type { PublicPetitionStatus } from '#shared/domain/petition-workflow.ts';

/** The states of a petition that was published: the same words for everybody, for its author and at the desk. */
export const petitionStates = {
  collecting: 'Збирає підписи',
  threshold_reached: 'Підписи зібрано',
  under_review: 'На розгляді ради',
  answered: 'Є відповідь',
  failed_to_appeal: 'Стала зверненням громадян',
  archived: 'В архіві',
} satisfies Record<PublicPetitionStatus, string>;
/** What the council decided, likewise. */
export const petitionDecisions = {
  supported: 'Підтримано',
  partially: 'Підтримано частково',
  not_supported: 'Не підтримано',
} satisfies Record<PetitionDecision, string>;
