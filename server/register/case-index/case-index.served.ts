import type { MessagePort } from 'node:worker_threads';
import { log } from '#server/platform/log.ts';
import type { Questions } from './case-finder.ts';
import type { CaseIndexKeeper } from './case-index.keeper.ts';
import type { Asked, FromIndex, ToIndex } from './case-index.messages.ts';
import { answersOf } from './first-answers.ts';

/** Serves an index to whoever holds the other end of this port: the inside of the thread. */
export function serveCaseIndex(port: MessagePort, keeper: CaseIndexKeeper): void {
  const answers = answersOf(keeper);
  const answer = async <Name extends keyof Questions>({ n, name, question }: Asked<Name>): Promise<void> => {
    const given = await answers[name](...question).catch((err: unknown) => {
      log().warn({ err }, 'the case index leaves an answer to MongoDB');
      return null;
    });
    port.postMessage({ n, answer: given } satisfies FromIndex);
  };
  port.on('message', (said: ToIndex) => {
    if (said.do === 'touch') keeper.touch(said.ids);
    else if (said.do === 'reload') keeper.reload();
    else void answer(said);
  });
}
