/** How long one message takes at the most from its claim to the answer, as a rule, in seconds. */
const TAKES_S = 0.4;
const [LEAST, MOST] = [2, 100];

/** How many messages a process sends at once, so that so many a second can leave and a code never waits behind more than these. */
export const atOnceFor = (perSecond: number): number => Math.min(Math.max(Math.ceil(perSecond * TAKES_S), LEAST), MOST);
