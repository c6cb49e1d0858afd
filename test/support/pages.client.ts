import request from 'supertest';
import type { Site } from './site.ts';

/** What a whole report about a place sends, by the names of the form's fields. */
export const aReport = (over: Readonly<Record<string, string>> = {}): Record<string, string> => ({
  idempotencyKey: `key-${Math.random().toString(36).slice(2)}`,
  kind: 'application',
  categoryCode: 'road-surface',
  text: 'На розі яма завглибшки з долоню. Прошу полагодити.',
  'place.address': 'Дерибасівська, 10',
  'applicant.lastName': 'Шевченко',
  'applicant.firstName': 'Олена',
  'applicant.residence': 'Одеса, вул. Рішельєвська, 5',
  'contact.phone': '067 123 45 67',
  replyBy: 'page',
  'consents.sms': 'true',
  ...over,
});

/** A browser without a screen: keeps cookies, and says like a browser that its posts come from our own pages. */
export function aBrowser(site: Site) {
  const agent = request.agent(site.origin);
  return {
    get: (path: string) => agent.get(path).redirects(0),
    post: (path: string, form: Readonly<Record<string, string>> = {}) =>
      agent.post(path).set('sec-fetch-site', 'same-origin').type('form').send(form).redirects(0),
    /** Files a report; answers with its public number. */
    async file(over: Readonly<Record<string, string>> = {}): Promise<string> {
      const { headers } = await this.post('/appeals/new', aReport(over)).expect(303);
      const [, number = ''] = /^\/appeals\/(\d{10})\/received$/.exec(headers.location ?? '') ?? [];
      return number;
    },
  };
}
