import { aBrowser } from './pages.client.ts';
import type { Site } from './site.ts';

type Form = Readonly<Record<string, string>>;
/** What the fields of a page hold, by their names: hidden ones, lines, chosen ones, ticked ones. */
function fieldsIn(page: string): Record<string, string> {
  const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  const unquoted = (text: string) =>
    text
      .replace(/&quot;/g, '"')
      .replace(/&lt;/g, '<')
      .replace(/&amp;/g, '&');
  const fields: [string, string][] = [];
  for (const [tag] of page.matchAll(/<input[^>]*>/g)) {
    const [name, type = 'text'] = [attribute(tag, 'name'), attribute(tag, 'type')];
    const isLeft = type === 'image' || ((type === 'radio' || type === 'checkbox') && !/\schecked/.test(tag));
    if (name && !isLeft) fields.push([name, unquoted(attribute(tag, 'value') ?? '')]);
  }
  for (const [, attributes = '', text = ''] of page.matchAll(/<textarea([^>]*)>([^<]*)/g))
    fields.push([attribute(attributes, 'name') ?? '', unquoted(text)]);
  for (const [, attributes = '', options = ''] of page.matchAll(/<select([^>]*)>(.*?)<\/select>/gs))
    fields.push([attribute(attributes, 'name') ?? '', /value="([^"]*)" selected/.exec(options)?.[1] ?? '']);
  return Object.fromEntries(fields);
}

/** Somebody who writes an appeal step by step without scripts: each post sends the page's own fields, with what is typed over them. */
export function aWriter(site: Site) {
  const browser = aBrowser(site);
  let at = '/appeals/new/where';
  let fields: Form = {};
  let action = at;
  const look = (page: string): string => {
    fields = fieldsIn(page);
    action = /<form method="post" action="([^"]+)"/.exec(page)?.[1] ?? action;
    return page;
  };
  const writer = {
    browser,
    /** The address of the page that is open. */
    get at() {
      return at;
    },
    /** What the open page's fields hold. */
    get fields() {
      return fields;
    },
    /** Opens a page, and follows where it leads. */
    async open(path: string): Promise<string> {
      const reply = await browser.get(path.replace(/#.*/, ''));
      if (reply.status === 303) return writer.open(reply.headers.location ?? '');
      at = path;
      return look(reply.text);
    },
    /** Sends the open page's form with these fields over its own; answers with the page that follows, or with the form again. */
    async send(form: Form, status = 303): Promise<string> {
      const reply = await browser.post(action, { ...fields, ...form }).expect(status);
      if (reply.status === 303) return writer.open(reply.headers.location ?? '');
      return look(reply.text);
    },
  };
  return writer;
}
