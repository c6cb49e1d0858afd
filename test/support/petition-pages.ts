import assert from 'node:assert/strict';
import { codeMessage } from '#server/identity/index.ts';
import type { Petition } from '#server/petitions/index.ts';
import { PetitionModel } from '#server/petitions/petition.model.ts';
import type { aBrowser } from './pages.client.ts';
import { aPetition } from './petitions.ts';

type Values = Record<string, string>;
const ENTITIES: Readonly<Values> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };
const unescaped = (html: string): string => html.replace(/&(amp|lt|gt|quot);/g, (entity) => ENTITIES[entity] ?? entity);

/** A page with spaces in the place of those that do not break a line. */
export const plain = (page: string): string => page.replace(/[\u00a0\u202f]/g, ' ');
/** What a page's form to that address brings along without being asked. */
export function hiddenIn(page: string, action: string): Values {
  const [, form] = page.split(`action="${action}"`);
  assert.ok(form, `no form to ${action}`);
  const [own = ''] = form.split('</form>');
  const inputs = own.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g);
  return Object.fromEntries([...inputs].map(([, name = '', value = '']) => [name, unescaped(value)]));
}
/** What an author types into the form of a new petition. */
export function typedPetition(over: Values = {}): Values {
  const { sms: _, isAgreed: _agreed, ...words } = aPetition();
  return { ...(words as Values), isAgreed: 'true', ...over };
}
/** What a signer types. */
export const typedSigner = (over: Values = {}): Values => ({
  lastName: 'Мельник',
  firstName: 'Олександр',
  patronymic: '',
  phone: '067 123 45 67',
  isEntitled: 'true',
  ...over,
});
/** The code that the author of a petition was sent last. */
export async function authorCode(id: string): Promise<string> {
  const { codeId } = (await PetitionModel.findById(id).lean<Petition>()) ?? {};
  return (await codeMessage(codeId ?? ''))?.code ?? assert.fail('no code was sent');
}
/** The code that a signer was sent, by the form that takes it. */
export const signerCode = async (codeId = ''): Promise<string> =>
  (await codeMessage(codeId))?.code ?? assert.fail('no code was sent');

/** Signs a petition through its pages, up to the answer to the code. */
export async function signThrough(browser: ReturnType<typeof aBrowser>, number: number | null, over: Values = {}) {
  const path = `/petitions/${number}/sign`;
  const form = hiddenIn((await browser.get(path).expect(200)).text, path);
  const asked = await browser.post(path, { ...form, ...typedSigner(over) }).expect(200);
  const second = hiddenIn(asked.text, `${path}/code`);
  const filled = { ...second, code: await signerCode(second.codeId) };
  return { filled, asked, answer: await browser.post(`${path}/code`, filled) };
}
