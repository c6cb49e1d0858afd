import { type Actor, holds, type Policy, type Rule, type Visitor } from '#server/platform/policy.ts';
import { type PetitionPermission, PUBLIC_PETITION_STATUSES } from '#shared/domain/petition-workflow.ts';
import type { Petition } from './petition.model.ts';

const PUBLIC: ReadonlySet<string> = new Set(PUBLIC_PETITION_STATUSES);
/** Whether anybody sees it. */
export const isPublicPetition = ({ status }: Pick<Petition, 'status'>): boolean => PUBLIC.has(status);
/** Who proved the address that was left with it. */
const isOwn = (actor: Actor | Visitor, { initiator }: Petition): boolean =>
  actor?.emailHashes?.includes(initiator.emailHash) ?? false;
/** Whoever of the staff checks petitions or reviews them: they see all that were sent. */
export const isPetitionStaff = (actor: Actor | Visitor): boolean =>
  holds(actor, 'petition.moderate') || holds(actor, 'petition.review');

/** Who may see a petition that not everybody sees, and who may move it; each rule is a sentence. */
export const petitionPolicy = {
  /** What its author has not sent yet is nobody else's business. */
  read: (actor, petition) =>
    isPublicPetition(petition) ||
    (petition.status !== 'unconfirmed' && isPetitionStaff(actor)) ||
    isOwn(actor, petition) ||
    actor?.kind === 'system',
  /** Whole, with its course: for those who work on petitions. */
  desk: isPetitionStaff,
  'petition.moderate': (actor) => holds(actor, 'petition.moderate'),
  'petition.review': (actor) => holds(actor, 'petition.review'),
  'petition.own': isOwn,
  /** Time and counts move it, never somebody. */
  'petition.run': (actor) => actor?.kind === 'system',
} satisfies Policy<Petition> & Record<PetitionPermission, Rule<Petition>>;
