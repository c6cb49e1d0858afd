import type { SmsTemplate } from '#shared/domain/message-texts.ts';
import { city } from '#shared/texts/city.ts';

/**
 * Text messages as a new city has them, each one part (70 characters) when filled with typical values; the desk keeps later
 * editions. They go out in Ukrainian only. No complaint text, address, name or anything of health ever stands here (Law 2297-VI, art. 4(3)).
 */
export const sms = {
  otp: '{code} – код для {site}. Діє 10 хвилин. Нікому його не кажіть.',
  'appeal.registered': 'Звернення {number}: відповідь до {due}. {where}',
  'appeal.question': 'Звернення {number}: потрібна ваша відповідь. {where}',
  'appeal.extended': 'Звернення {number}: строк продовжено до {dueShort}. {where}',
  'appeal.forwarded': 'Звернення {number} передано іншому органу: {where}',
  'appeal.returned': 'Звернення {number} повернуто. Що виправити: {where}',
  'appeal.terminated': 'Розгляд звернення {number} припинено. Чому: {where}',
  'appeal.answered': 'Звернення {number}: {result}. Відповідь: {where}',
  'petition.published': 'Петицію {petition} оприлюднено. Підписи до {due}: {where}',
  'petition.rejected': 'Петицію {petition} не оприлюднено. Причина: {where}',
  'petition.threshold': 'Петиція {petition}: зібрано {threshold} підписів. Розгляд: {where}',
  'petition.answered': 'Міська рада відповіла на петицію {petition}: {where}',
  'petition.failed': 'Петицію {petition} розглянуть як звернення громадян: {where}',
} satisfies Record<SmsTemplate, string>;
export type { SmsTemplate } from '#shared/domain/message-texts.ts';

/** What an answer came to, in one word. */
export const smsResults = { resolved: 'вирішено', explained: 'роз’яснено', refused: 'відмовлено' };
/** Where to ask, for those who have no short link. */
export const smsContactCentre = `тел. ${city.contactCentre}`;
