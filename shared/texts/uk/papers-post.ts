import type { MailKind } from '#shared/domain/postal.ts';
import { city } from '../city.ts';

/** Papers for the post: the registry of what is handed over, and envelopes. They are in the state language alone. */
export const papersPost = {
  registryFile: 'reiestr-vidpravlen-{number}.pdf',
  envelopesFile: 'konverty-{number}.pdf',
  chosen: 'vybrani',
  title: 'Реєстр поштових відправлень № {number}',
  on: 'від {date}',
  sender: `Відправник: ${city.uk.controller}, ${city.uk.address}`,
  columns: {
    n: '№',
    name: 'Адресат',
    address: 'Адреса',
    outgoing: 'Вихідний №',
    mail: 'Вид відправлення',
    tracking: 'Трек-номер',
    note: 'Примітка',
  },
  mails: { plain: 'звичайний лист', registered: 'рекомендований лист' } satisfies Record<MailKind, string>,
  total: 'Усього відправлень: {count}, з них рекомендованих: {registered}, звичайних: {plain}',
  gave: 'Здав(ла): {name}',
  took: 'Прийняв(ла):',
  line: '____________________ (підпис)     «____» ____________ 20___ р.',
  from: 'Від кого',
  to: 'Кому',
  registered: 'РЕКОМЕНДОВАНИЙ',
  outgoing: 'Вих. № {number}',
  noPostcode: '_____',
};
