import { staffNames } from '#server/identity/index.ts';

/** Finds what those who are no staff and yet work on a case are called, by their ids; others are passed over. */
type FindOutsiders = (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;
let outsiders: FindOutsiders = async () => new Map();
/** Names who knows them, at start. */
export const useOutsiders = (find: FindOutsiders): void => {
  outsiders = find;
};
/** What somebody is called, and whether they came by a link without an account. */
interface ActorName {
  name: string;
  isByLink: boolean;
}
/** Names of whoever did something with a case, by id: for those who may see that. */
export async function actorNames(ids: readonly string[]): Promise<ReadonlyMap<string, ActorName>> {
  const [staff, others] = await Promise.all([staffNames(ids), outsiders(ids)]);
  const names = new Map<string, ActorName>();
  for (const [id, name] of others) names.set(id, { name, isByLink: true });
  for (const [id, name] of staff) names.set(id, { name, isByLink: false });
  return names;
}
