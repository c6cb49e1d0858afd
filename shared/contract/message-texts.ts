import * as z from 'zod/mini';
import { SMS_TEMPLATES } from '#shared/domain/message-texts.ts';
import { endpoint } from './endpoint.ts';
import { moment, text } from './fields.ts';

const permission = 'messages.manage';
const template = () => z.enum(SMS_TEMPLATES);
const version = () => z.int().check(z.gte(0));

/** An edition of a text's words; the built-in one is of nobody and of no day. */
const Edition = z.object({
  version: version(),
  text: z.string(),
  by: z.nullable(z.string()),
  at: z.nullable(moment()),
  /** Why it was made; empty where nobody said. */
  note: z.string(),
});
export type MessageTextEdition = z.infer<typeof Edition>;
/** A text as it goes out now, and its editions, the newest first. */
const MessageText = z.object({
  template: template(),
  version: version(),
  text: z.string(),
  editions: z.array(Edition),
});
export type MessageText = z.infer<typeof MessageText>;
/** New words of a text. */
const NewMessageText = z.strictObject({
  expectedVersion: version(),
  text: text({ min: 1, max: 600 }),
  note: text({ min: 0, max: 200 }),
});
export type NewMessageText = z.infer<typeof NewMessageText>;

/** The texts that the city sends. */
export const listMessageTexts = endpoint({
  method: 'GET',
  path: '/api/v1/message-texts',
  summary:
    'The words of every text message and their editions, with what is needed to reckon a text: address and price',
  replies: {
    200: z.object({
      items: z.array(MessageText),
      next: z.null(),
      /** Where the city is reached, without a scheme: texts are measured with its links. */
      site: z.string(),
      /** Kopiykas. */
      pricePerPart: z.int(),
    }),
  },
  problems: [],
  permission,
});
/** Makes the next edition of a text. */
export const saveMessageText = endpoint({
  method: 'POST',
  path: '/api/v1/message-texts/{template}',
  summary: 'Make the next edition of a text message; messages planned before keep the words they had',
  params: z.object({ template: template() }),
  body: NewMessageText,
  replies: { 200: MessageText },
  problems: ['version.stale'],
  permission,
});
