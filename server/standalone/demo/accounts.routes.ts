import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Router } from 'express';
import { Problem } from '#server/platform/problem.ts';
import type { DemoAccount } from '#server/seeds/demo-city.ts';
import { accountsPage } from './accounts.page.tsx';

/** `/dev/accounts`: the demo's logins, as a page and as JSON `[{role, login, password}]`. */
export const accountPages = (folder: string): Router =>
  Router().get(['/dev/accounts', '/en/dev/accounts'], async (req, res) => {
    const accounts = await readFile(join(folder, 'demo-accounts.json'), 'utf8').catch(() => null);
    if (accounts === null) throw new Problem('not-found');
    const list = JSON.parse(accounts) as DemoAccount[];
    res.set('cache-control', 'no-store');
    if (req.query.format === 'json' || req.accepts('html', 'json') === 'json') res.json(list);
    else res.type('html').send(accountsPage(list));
  });
