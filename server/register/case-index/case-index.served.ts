import type { MessagePort } from 'node:worker_threads';
import { log } from '#server/platform/log.ts';
import type { CaseIndexKeeper } from './case-index.keeper.ts';
import type { FromIndex, ToIndex } from './case-index.messages.ts';
import { answersOf } from './first-answers.ts';

/** Serves an index to whoever holds the other end of this port: the inside of the thread. */
export function serveCaseIndex(port: MessagePort, keeper: CaseIndexKeeper): void {
  const answers = answersOf(keeper);
  const answer = async (n: number, asked: Promise<FromIndex['answer']>): Promise<void> => {
    const given = await asked.catch((err: unknown) => {
      log().warn({ err }, 'the case index leaves an answer to MongoDB');
      return null;
    });
    port.postMessage({ n, answer: given } satisfies FromIndex);
  };
  port.on('message', (said: ToIndex) => {
    if (said.do === 'touch') keeper.touch(said.ids);
    else if (said.do === 'reload') keeper.reload();
    else if (said.do === 'page') void answer(said.n, answers.page(...said.question));
    else if (said.do === 'alike') void answer(said.n, answers.alike(...said.question));
    else if (said.do === 'grid') void answer(said.n, answers.grid(...said.question));
    else void answer(said.n, answers.counts(...said.question));
  });
}
