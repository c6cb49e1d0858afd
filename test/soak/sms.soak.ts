import { sizeOr } from './size.ts';
import { textsUnderFire } from './sms/sms-soak.story.ts';

textsUnderFire({ ...sizeOr({ messages: 20_000, faults: 220 }), perSecond: 14, pace: 'long' });
