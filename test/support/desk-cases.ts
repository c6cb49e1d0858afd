import { takeIn } from '#server/attachments/index.ts';
import { caseById } from '#server/register/index.ts';
import { aDraft, type Draft } from './appeals.ts';
import { halves } from './pictures.ts';
import type { Site } from './site.ts';

/** A case that was filed on a site, with its applicant's consent to be shown. */
export interface FiledCase {
  id: string;
  number: string;
  accessCode: string;
}
/** Files an appeal of somebody who lets words and photos be shown, in the district of the sea. */
export async function fileOpenly({ origin }: Site, over: Partial<Draft> = {}): Promise<FiledCase> {
  const body = aDraft({
    categoryCode: 'road-surface',
    place: { address: 'вул. Дерибасівська, 10', point: { type: 'Point', coordinates: [30.7383, 46.4847] } },
    consents: { sms: false, publication: true },
    ...over,
  });
  const headers = { 'content-type': 'application/json' };
  const reply = await fetch(`${origin}/api/v1/appeals`, { method: 'POST', headers, body: JSON.stringify(body) });
  if (reply.status !== 201) throw new Error(await reply.text());
  return (await reply.json()) as FiledCase;
}
/** Puts a photo with a filed case, its left half red and its right half blue; answers its id. */
export async function withPhoto(
  { id }: FiledCase,
  purpose: 'appeal' | 'after' | 'feedback' = 'appeal',
): Promise<string> {
  if (!(await caseById(id))) throw new Error(`no case ${id}`);
  const content = await halves().jpeg().toBuffer();
  const { attachment } = await takeIn({ owner: { kind: 'case', id }, purpose, name: 'IMG_0042.jpg', content });
  return String(attachment._id);
}
