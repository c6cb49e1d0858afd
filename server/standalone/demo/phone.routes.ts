import { Router } from 'express';
import type { PhoneText } from '#server/standalone/phone-simulator/phone-simulator.ts';
import { readPhone } from '#shared/domain/phone.ts';
import { phonePage } from './phone.page.tsx';

const REFRESH_S = 3;
const TIMEOUT_MS = 2_000;

/** The texts that phones of the demo got, oldest first; null while the simulator is away. */
async function textsFrom(simulatorUrl: string, to: string | null): Promise<PhoneText[] | null> {
  const query = to === null ? '' : `?${new URLSearchParams({ to })}`;
  try {
    const answer = await fetch(`${simulatorUrl}/texts${query}`, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    return answer.ok ? ((await answer.json()) as PhoneText[]) : null;
  } catch {
    return null;
  }
}

/**
 * `/dev/phone`: every text that arrived, as phones on a page that renews itself, and as JSON `[{to, body, at, status, sid}]`
 * with `?to=+380…` (of that number), `?format=json` or an `Accept` of JSON.
 */
export const phonePages = (simulatorUrl: string): Router =>
  Router().get(['/dev/phone', '/en/dev/phone'], async (req, res) => {
    const { to, format } = req.query;
    // A plus in an address is read as a space; a number is the same however it is written.
    const number = to === undefined ? null : (readPhone(String(to)).e164 ?? 'nobody');
    const texts = await textsFrom(simulatorUrl, number);
    const isJson = number !== null || format === 'json' || req.accepts('html', 'json') === 'json';
    res.status(texts === null ? 503 : 200).set('cache-control', 'no-store');
    if (isJson) return void res.json(texts ?? []);
    res.set('refresh', String(REFRESH_S)).type('html').send(phonePage(texts));
  });
