import { json, Router } from 'express';
import * as z from 'zod/mini';
import { readPhone } from '#shared/domain/phone.ts';

/** What the simulator does with the next requests, so that a test can have any fault that a provider can have. */
const Behaviour = z.object({
  /** `reset` cuts the connection; `…-after-taking` takes the message first; `silent-…` then never answers. */
  create: z.enum([
    'accept',
    'reset',
    'reset-after-taking',
    'silent-after-taking',
    'broken',
    'broken-after-taking',
    'busy',
    'refuse',
  ]),
  list: z.enum(['answer', 'reset', 'broken']),
  /** For so many creations the fault lasts; null: until it is changed. */
  times: z.nullable(z.int().check(z.gte(1))),
  /** Creations within any second beyond which it answers 429; null: no limit. */
  perSecond: z.nullable(z.int().check(z.gte(1))),
  /** For so many milliseconds a creation waits before anything comes of it, also where the asker has gone meanwhile. */
  delayMs: z.int().check(z.gte(0), z.lte(600_000)),
  callbacks: z.enum(['on', 'off', 'shuffled', 'doubled', 'late']),
  /** What becomes of the messages in the end; `none`: they stay with the provider, who says no more of them. */
  ending: z.enum(['delivered', 'undelivered', 'failed', 'none']),
});
type Behaviour = z.infer<typeof Behaviour>;
/** How one creation is answered. */
export type CreateBehaviour = Behaviour['create'];

const GOOD: Behaviour = {
  create: 'accept',
  list: 'answer',
  times: null,
  perSecond: null,
  delayMs: 0,
  callbacks: 'on',
  ending: 'delivered',
};

/** A provider's moods, and the numbers that said STOP. */
export class Moods {
  #now: Behaviour = { ...GOOD };
  /** When creations of the last second were let through, oldest first. */
  #taken: number[] = [];
  readonly optedOut = new Set<string>();

  set(changes: Partial<Behaviour>): Behaviour {
    this.#now = { ...this.#now, ...changes };
    return this.#now;
  }
  reset(): void {
    this.#now = { ...GOOD };
    this.optedOut.clear();
  }
  get list(): Behaviour['list'] {
    return this.#now.list;
  }
  get delayMs(): number {
    return this.#now.delayMs;
  }
  get callbacks(): Behaviour['callbacks'] {
    return this.#now.callbacks;
  }
  get ending(): Behaviour['ending'] {
    return this.#now.ending;
  }
  /** How the next creation is answered; counts it. */
  nextCreate(): CreateBehaviour {
    if (this.#isTooFast()) return 'busy';
    const { create, times } = this.#now;
    if (times === null || create === 'accept') return create;
    this.#now = times === 1 ? { ...this.#now, create: 'accept', times: null } : { ...this.#now, times: times - 1 };
    return create;
  }
  #isTooFast(): boolean {
    const { perSecond } = this.#now;
    if (perSecond === null) return false;
    const at = performance.now();
    const old = this.#taken.findIndex((then) => then > at - 1_000);
    this.#taken.splice(0, old < 0 ? this.#taken.length : old);
    if (this.#taken.length >= perSecond) return true;
    this.#taken.push(at);
    return false;
  }
}

const Reply = z.object({ from: z.string(), body: z.string() });
/** How tests set the moods: `PUT /control` with what is to change, `DELETE /control`, and `POST /control/replies {from, body: STOP|START}`. */
export const controlRoutes = (moods: Moods): Router =>
  Router()
    .use('/control', json())
    .put('/control', (req, res) => {
      const asked = z.partial(Behaviour).safeParse(req.body);
      if (asked.success) res.json(moods.set(asked.data as Partial<Behaviour>));
      else res.status(422).json(asked.error.issues);
    })
    .delete('/control', (_req, res) => {
      moods.reset();
      res.status(204).end();
    })
    .post('/control/replies', (req, res) => {
      const { data } = Reply.safeParse(req.body);
      const from = data && readPhone(data.from).e164;
      if (!data || !from) return void res.status(422).end();
      if (/^stop$/i.test(data.body.trim())) moods.optedOut.add(from);
      if (/^start$/i.test(data.body.trim())) moods.optedOut.delete(from);
      res.status(204).end();
    });
