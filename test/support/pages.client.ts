import request from 'supertest';
import type { Site } from './site.ts';

type Form = Readonly<Record<string, string>>;
/** What a whole report about a place holds when every step of it is filled in, by the names of the fields. */
export const aReport = (over: Form = {}): Record<string, string> => ({
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
const those = (form: Form, names: RegExp): Form =>
  Object.fromEntries(Object.entries(form).filter(([name, value]) => names.test(name) && value !== ''));

/** A browser without a screen: keeps cookies, and says like a browser that its posts come from our own pages. */
export function aBrowser(site: Site) {
  const agent = request.agent(site.origin);
  const browser = {
    get: (path: string) => agent.get(path).redirects(0),
    post: (path: string, form: Form = {}) =>
      agent.post(path).set('sec-fetch-site', 'same-origin').type('form').send(form).redirects(0),
    /** Posts a form in parts, with files as a browser sends them. */
    upload(path: string, form: Form, files: readonly (readonly [field: string, name: string, bytes: Buffer])[]) {
      const posted = agent.post(path).set('sec-fetch-site', 'same-origin').redirects(0);
      for (const [name, value] of Object.entries(form)) posted.field(name, value);
      for (const [field, filename, bytes] of files) posted.attach(field, bytes, { filename });
      return posted;
    },
    /** Fills in every step of a new report but sends nothing; a step that is wrong stays wrong in the draft. */
    async fillIn(over: Form = {}): Promise<void> {
      const report = aReport(over);
      const place = { 'ui.way': 'pin', ...those(report, /^place\./) };
      await browser.post('/appeals/new/where?about=place', place);
      await browser.post('/appeals/new/what', { 'ui.part': 'topic', ...those(report, /^categoryCode$/) });
      await browser.post('/appeals/new/what', { 'ui.part': 'kind', ...those(report, /^(kind$|contested\.)/) });
      await browser.post(
        '/appeals/new/details',
        those(report, /^(text|benefit|ui\.people)$|^(coApplicants|representative)\./),
      );
      await browser.post('/appeals/new/you', those(report, /^(applicant|contact|consents)\.|^(replyBy|helperPhone)$/));
    },
    /** Presses the last button. */
    send: () => browser.post('/appeals/new/check'),
    /** Files a report; answers with its public number. */
    async file(over: Form = {}): Promise<string> {
      await browser.get('/appeals/new?about=place'); // leaves an appeal that was sent before
      await browser.fillIn(over);
      const { headers } = await browser.send().expect(303);
      const [, number = ''] = /^\/appeals\/(\d{10})\/received$/.exec(headers.location ?? '') ?? [];
      return number;
    },
  };
  return browser;
}
