import type { Page } from 'playwright-core';
import { until } from './until.ts';

/** A part of a page as Chromium's accessibility tree tells of it. */
interface Part {
  ignored: boolean;
  backendDOMNodeId?: number;
  role?: { value: string };
  name?: { value: string };
  properties?: { name: string; value: { value: unknown } }[];
}
/** What somebody has of a page who hears it read and presses keys: roles and names, and nothing else. */
export interface ScreenReader {
  /** Waits until a heading says so. */
  hears(heading: string): Promise<void>;
  /** Goes to a button, link, box or fold of this name, and does what one does with it. */
  press(name: string): Promise<void>;
  /** Goes to the field of this name and types. */
  write(name: string, text: string): Promise<void>;
  /** Waits until something of this role has a name that begins so. */
  meets(role: string, name: string): Promise<void>;
}
const FIELDS = ['textbox', 'searchbox', 'combobox'];
const TICKED = ['radio', 'checkbox'];
const PRESSED = ['button', 'link', 'DisclosureTriangle', ...TICKED];

/**
 * Listens to a page by the tree that Chromium hands to screen readers, scripts or not; nothing is found by its markup or by its
 * place on the screen. Of several parts whose names begin alike the one called exactly so is meant.
 */
export async function listenTo(page: Page): Promise<ScreenReader> {
  const session = await page.context().newCDPSession(page);
  await session.send('Accessibility.enable');
  const parts = async (): Promise<Part[]> => {
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    return (nodes as Part[]).filter(({ ignored }) => !ignored);
  };
  const find = (roles: readonly string[], name: string): Promise<Part> =>
    until(async () => {
      const alike = (await parts()).filter((part) => roles.includes(part.role?.value ?? ''));
      const isCalled = (part: Part): boolean => part.name?.value === name;
      return alike.find(isCalled) ?? alike.find((part) => part.name?.value.startsWith(name));
    });
  const hasFocus = ({ properties = [] }: Part): boolean =>
    properties.some((property) => property.name === 'focused' && property.value.value === true);
  /** A page that is only just there has parts that take no focus yet. */
  const goTo = (roles: readonly string[], name: string): Promise<string> =>
    until(async () => {
      const { backendDOMNodeId: backendNodeId = 0, role } = await find(roles, name);
      await session.send('DOM.focus', { backendNodeId }).catch(() => undefined);
      const focused = (await parts()).find((part) => hasFocus(part) && part.role?.value !== 'RootWebArea');
      return focused?.backendDOMNodeId === backendNodeId && role?.value;
    });
  return {
    hears: async (heading) => void (await find(['heading'], heading)),
    meets: async (role, name) => void (await find([role], name)),
    async press(name) {
      const role = await goTo(PRESSED, name);
      await page.keyboard.press(TICKED.includes(role) ? 'Space' : 'Enter');
    },
    async write(name, text) {
      await goTo(FIELDS, name);
      await page.keyboard.type(text);
    },
  };
}
