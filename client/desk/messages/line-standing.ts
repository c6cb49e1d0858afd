import type { LineMoney } from '#shared/contract/message-budget.ts';
import { dateInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import type { Lang } from '#shared/texts/plural.ts';
import type { DeskMessagesTexts } from '#shared/texts/uk/desk-messages.ts';

type MoneyTexts = DeskMessagesTexts['money'];
/** How a line of the programme stands, the worst first in the order of what has to be done about it. */
export function lineStanding({ state, endsOn }: Pick<LineMoney, 'state' | 'endsOn'>): keyof MoneyTexts['states'] {
  if (state !== 'enough') return state;
  return endsOn === null ? 'enough' : 'early';
}
/** What its money will come to, in a sentence. */
export function forecastWords(
  { state, endsOn, amount }: Pick<LineMoney, 'state' | 'endsOn' | 'amount'>,
  lang: Lang,
  texts: MoneyTexts,
): string {
  if (amount === 0) return texts.none;
  if (state === 'ended') return texts.ended;
  return endsOn === null ? texts.lasts : fill(texts.endsOn, { date: dateInFull(lang, endsOn) });
}
