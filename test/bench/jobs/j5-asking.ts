import { DeliveryModel } from '#server/notifications/delivery.model.ts';
import { OutboxModel } from '#server/platform/outbox.ts';
import type { BenchCity, Site } from '../city.ts';

/** From this scale on the crowds are as large as the targets want them. */
export const WHOLE = 100_000;
/** People who joined the case of the request, who are told by text and at what rate, and those of each round against the naive. */
export const crowdsOf = ({ scale }: BenchCity) => ({
  many: scale,
  crowd: scale / 5,
  perSecond: scale / 100,
  some: scale / 50,
});

/** The version of a case as it stands. */
export const versionOf = async (site: Site, id: string): Promise<number> =>
  (await site.get<{ version: number }>(`/api/v1/register/${id}`)).version;
/** Asks the people of a case, as it stands in this version, for something, which tells each of them by text; answers with its next version. */
export async function askAt(site: Site, id: string, expectedVersion: number): Promise<number> {
  const body = { expectedVersion, inquiry: 'Назвіть, будь ласка, номер опори.' };
  return (await site.post<{ version: number }>(`/api/v1/register/${id}/ask`, body)).version;
}
/** The same at the version that it has. */
export const ask = async (site: Site, id: string): Promise<unknown> => askAt(site, id, await versionOf(site, id));
/** No event waits, and no message is left to be sent. */
export async function clear(city: BenchCity): Promise<void> {
  await OutboxModel.updateMany({ 'pending.0': { $exists: true } }, { $set: { pending: [] } });
  await DeliveryModel.deleteMany({});
  await city.wipeRedis();
}
