/** Why an operator sends a message again. */
export const RESEND_REASONS = ['not_received', 'contact_corrected', 'provider_outage'] as const;
export type ResendReason = (typeof RESEND_REASONS)[number];
