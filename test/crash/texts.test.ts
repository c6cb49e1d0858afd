import { textsUnderFire } from '../soak/sms/sms-soak.story.ts';

/** The short form of `npm run soak -- sms`: a fault of every kind, always in the same order. */
textsUnderFire({ seed: 20_261_127, messages: 300, faults: 27, perSecond: 20, pace: 'brief' });
