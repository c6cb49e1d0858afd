import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { loadCalendar } from '#server/calendar/index.ts';
import { MESSAGE_FIGURES } from '#server/notifications/index.ts';
import { seedReference } from '#server/seeds/demo-city.ts';
import { freePort } from '#server/standalone/ports.ts';
import { mongodbUri, redisUrl, useDatabase } from '../support/database.ts';
import { KEYS } from '../support/keys.ts';
import { type Running, startProcess } from '../support/processes.ts';

interface Rule {
  alert: string;
  expr: string;
  for?: string;
  labels: Record<string, string>;
  annotations: Record<string, string>;
}
const METRIC = /\b(?:vidhuk|http|process|nodejs)_\w+/g;
const LABELLED = /\b(vidhuk_\w+)\{([^}]*)\}/g;

const { groups } = parse(readFileSync('docs/alerts.yml', 'utf8')) as { groups: { name: string; rules: Rule[] }[] };
const rules = groups.flatMap((group) => group.rules);

describe('production: the rules by which somebody is told', () => {
  const name = useDatabase();
  let web: Running;
  let figures = '';
  before(async function start() {
    this.timeout(120_000);
    await loadCalendar();
    await seedReference();
    const port = String(await freePort());
    const PUBLIC_URL = `http://127.0.0.1:${port}`;
    const addresses = { MONGODB_URI: mongodbUri(name), REDIS_URL: redisUrl() };
    web = await startProcess('server/main.ts', { ...KEYS, ...addresses, PORT: port, PUBLIC_URL });
    figures = await (await fetch(`${PUBLIC_URL}/metrics`)).text();
  });
  after(() => web.stop());

  it('have names of their own, words, and how grave it is', () => {
    assert.ok(rules.length >= 12, String(rules.length));
    assert.equal(new Set(rules.map(({ alert }) => alert)).size, rules.length);
    for (const { alert, expr, labels, annotations } of rules) {
      assert.match(alert, /^[A-Z]\w+$/);
      assert.ok(expr.trim().length > 0, alert);
      assert.ok(['warning', 'critical'].includes(labels.severity ?? ''), alert);
      assert.ok(annotations.summary && annotations.description, alert);
    }
  });

  it('name no figure that the running site does not show, and no label that it does not have', () => {
    const shown = new Set([...figures.matchAll(/^# TYPE (\S+)/gm)].map(([, metric]) => metric));
    const words = rules.flatMap(({ expr, annotations }) => [expr, ...Object.values(annotations)]);
    const named = new Set(words.flatMap((text) => text.match(METRIC) ?? []));
    assert.ok(named.size >= 10, [...named].join(' '));
    const missing = [...named].filter((metric) => !shown.has(metric));
    assert.deepEqual(missing, []);
    const declared = new Map(Object.entries(MESSAGE_FIGURES).map(([figure, { labels }]) => [figure, labels.join(' ')]));
    const labelsOf = (figure: string): string =>
      declared.get(figure) ?? figures.split('\n').find((line) => line.startsWith(`${figure}{`)) ?? '';
    for (const [, figure = '', labels = ''] of words.flatMap((text) => [...text.matchAll(LABELLED)]))
      for (const [label] of labels.matchAll(/\w+(?==)/g))
        assert.match(labelsOf(figure), new RegExp(`\\b${label}\\b`), figure);
  });

  it('show nothing of a site at peace: no figure stands where a rule would fire', () => {
    const value = (line: string): number =>
      Number(
        figures
          .split('\n')
          .find((one) => one.startsWith(`${line} `))
          ?.split(' ')[1],
      );
    assert.equal(value('vidhuk_ledger_read'), 1);
    assert.equal(value('vidhuk_outbox_oldest_seconds'), 0);
    assert.equal(value('vidhuk_messages_oldest_due_seconds{channel="sms",lane="code"}'), 0);
    assert.equal(value('vidhuk_codes_total{outcome="range"}'), 0);
  });
});
