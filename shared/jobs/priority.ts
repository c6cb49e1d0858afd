/** One-time codes have no priority number and so overtake all that have one (BullMQ serves those first), in every queue on their way. */
export const priorityOf = (isCode: boolean): { priority?: number } => (isCode ? {} : { priority: 10 });
