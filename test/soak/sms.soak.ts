import { textsUnderFire } from './sms/sms-soak.story.ts';
import { sizeOr } from './size.ts';

textsUnderFire({ ...sizeOr({ messages: 20_000, faults: 220 }), perSecond: 14, pace: 'long' });
