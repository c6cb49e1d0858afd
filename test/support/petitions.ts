import { setTimeout as sleep } from 'node:timers/promises';
import { codeMessage } from '#server/identity/index.ts';
import {
  confirmPetition,
  loadCharters,
  movePetition,
  type Petition,
  sealWindow,
  sendAuthorCode,
  unsealedPetitions,
  writePetition,
} from '#server/petitions/index.ts';
import { PetitionModel } from '#server/petitions/petition.model.ts';
import type { NewPetition } from '#shared/contract/petitions.ts';
import { CLERK } from './site.ts';

/** What an author fills in. */
export const aPetition = (more: Partial<NewPetition> = {}): NewPetition => ({
  title: 'Повернути трамвай на вулицю Преображенську',
  essence: 'Трамвай возив десятки тисяч людей щодня, а після ремонту колій рух так і не відновили.',
  demand: 'Відновити рух трамваїв до кінця року та оприлюднити план робіт із датами.',
  lastName: 'Шевченко',
  firstName: 'Ірина',
  patronymic: 'Олегівна',
  email: 'iryna@example.com',
  sms: false,
  isAgreed: true,
  ...more,
});
/** A petition as it stands now. */
export async function petitionNow({ _id }: Pick<Petition, '_id'>): Promise<Petition> {
  const found = await PetitionModel.findById(_id).lean<Petition>();
  if (!found) throw new Error('the petition is gone');
  return found;
}
let made = 0;
/** A number that no other call was given. */
const next = (): number => {
  made += 1;
  return made;
};
/** A network of one's own each time: codes are limited by it. */
const aNetwork = (): string => `198.18.${next()}.0/24`;
/** A petition that its author has written and not sent. */
export const aWritten = (more: Partial<NewPetition> = {}): Promise<Petition> =>
  writePetition(aPetition({ email: `author${next()}@example.com`, ...more }));
/** A petition that its author has sent. */
export async function aSubmitted(more: Partial<NewPetition> = {}): Promise<Petition> {
  await loadCharters();
  const written = await aWritten(more);
  await sendAuthorCode(String(written._id), aNetwork());
  const { codeId } = await petitionNow(written);
  const message = await codeMessage(codeId ?? '');
  if (!message) throw new Error('no code was sent');
  return confirmPetition(String(written._id), message.code);
}
/** A petition under which signatures are collected. */
export async function aPublished(more: Partial<NewPetition> = {}): Promise<Petition> {
  const { _id, version } = await aSubmitted(more);
  return movePetition(CLERK, { petitionId: String(_id), verb: 'publish', expectedVersion: version });
}
/** A person by number, who proved what they sign with. */
export const aSigner = (n: number, method: 'eid' | 'sms' = 'eid') => ({
  method,
  keys: [`key-${n}`],
  range: `range-${n % 1_000}`,
  lastName: 'Підписант',
  firstName: `Номер${n}`,
  cameFrom: '198.51.100.0/24',
});
/** Seals all that waits, as the sealer would. */
export async function sealAll(): Promise<void> {
  for (const id of await unsealedPetitions()) while (await sealWindow(id)) await sleep(0);
}
