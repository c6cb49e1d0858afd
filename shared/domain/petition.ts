/** How long the words of a petition may be, in UTF-16 units. */
export const PETITION_LENGTHS = {
  title: { min: 5, max: 80 },
  essence: { min: 20, max: 1_000 },
  demand: { min: 20, max: 3_000 },
} as const;

/**
 * Why a petition is not published (Law 393/96-ВР, art. 23-1: only for what the law and the charter demand). `hides`: its words
 * themselves may harm, so nobody sees them; else they stand on the page with the reason.
 */
export const REJECTION_REASONS = {
  overthrow: { hides: true },
  war: { hides: true },
  hatred: { hides: true },
  terrorism: { hides: true },
  rights: { hides: true },
  'personal-data': { hides: true },
  'no-essence': { hides: false },
  'no-author': { hides: false },
  charter: { hides: false },
} as const;
export type RejectionReason = keyof typeof REJECTION_REASONS;
export const REJECTION_CODES = Object.keys(REJECTION_REASONS) as [RejectionReason, ...RejectionReason[]];

/** What the council says of a petition (art. 23-1; partial support is of our own). */
export const PETITION_DECISIONS = ['supported', 'partially', 'not_supported'] as const;
export type PetitionDecision = (typeof PETITION_DECISIONS)[number];

/** By what a signer proves who they are: electronic identification, or a code sent to their mobile. */
export const SIGNING_METHODS = ['eid', 'sms'] as const;
export type SigningMethod = (typeof SIGNING_METHODS)[number];

/** Why a signature counts no longer: its signer took it back, it gave way to one by electronic identification, or it was no person's own. */
export const REMOVAL_REASONS = ['withdrawn', 'replaced', 'fraud'] as const;
export type RemovalReason = (typeof REMOVAL_REASONS)[number];

/** Why a signature waits for a moderator: too many at once from one network, or from numbers that lie side by side. */
export const SUSPICIONS = ['network', 'range'] as const;
export type Suspicion = (typeof SUSPICIONS)[number];

/** Who may sign: any citizen, as the law has it, or those who live in the community, where its charter says so. */
export const SIGNER_SCOPES = ['citizen', 'resident'] as const;
export type SignerScope = (typeof SIGNER_SCOPES)[number];

/** What the charter of the community sets for petitions (art. 23-1); the term of collection stands among the numbers of law. */
export interface PetitionCharter {
  /** Signatures that make the council consider it. */
  threshold: number;
  signerAuth: readonly SigningMethod[];
  signerScope: SignerScope;
  /** Whether collection ends the moment the threshold is reached. */
  closeOnThreshold: boolean;
  /** Whether signers may take their signature back while it is collected. */
  allowWithdrawSignature: boolean;
}
