import { seedReference, seedStaff } from '#server/seeds/demo-city.ts';
import { type Site, useSite } from './site.ts';
import type { Town } from './town.ts';

/** The site of the tests of one `describe`, with the demo's staff and their passwords. */
export type StaffedSite = Site & Pick<Town, 'accounts'>;
/** Gives the tests of one `describe` the whole site with somebody at each of its desks. */
export function useStaffedSite(): StaffedSite {
  const site = useSite() as StaffedSite;
  before(async function hire() {
    this.timeout(60_000);
    await seedReference();
    site.accounts = await seedStaff();
  });
  return site;
}
/** The password of a demo login. */
export const passwordOf = ({ accounts }: Pick<Town, 'accounts'>, login: string): string =>
  accounts.find((account) => account.login === login)?.password ?? '';
