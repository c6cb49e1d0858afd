import type { Appeal } from '#server/appeals/appeal.plug.ts';
import type { SealedEvent } from '#server/history/index.ts';
import type { PlannedDelivery } from '#server/notifications/delivery.plan.ts';
import type { Person, StatedBenefit } from '#server/people/index.ts';
import type { Answer } from '#server/register/answer.model.ts';
import type { Feedback } from '#server/register/feedback.model.ts';
import type { Participant } from '#server/register/index.ts';

/** The numbers that a case takes, each without gaps in its own series. */
export interface Numbers {
  number: string;
  registrationIndex: NonNullable<Appeal['registrationIndex']> | null;
  /** Of its signed letters, in order. */
  outgoing: readonly string[];
}
/** All rows of one case, by their collections. */
export interface CaseRows {
  appeal: Appeal;
  people: Person[];
  benefits: StatedBenefit[];
  participants: Participant[];
  answers: Answer[];
  feedback: Feedback[];
  events: SealedEvent[];
  deliveries: PlannedDelivery[];
}
