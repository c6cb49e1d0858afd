import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { MOST_SIGNED_AT_ONCE } from '#shared/domain/signature.ts';
import { plural } from '#shared/texts/plural.ts';
import { useDesk } from '../desk-context.ts';
import { More } from '../more.tsx';
import { PageHead } from '../page-head.tsx';
import { Retry } from '../retry.tsx';
import { AtOnce } from './at-once.tsx';
import { useFolder } from './use-folder.ts';
import { useSigning } from './use-signing.ts';
import { WaitingItem } from './waiting-item.tsx';

/** The head's folder: the answers that wait for signature, to be read, returned or signed, one by one or together. */
export const SignaturePage = ({ changed }: { changed: () => void }): JSX.Element => {
  const { lang, words } = useDesk();
  const { signing: texts } = words;
  const { read, trouble, isLoading, again, more } = useFolder();
  const answers = read?.items ?? [];
  const signing = useSigning(answers, changed);
  const [chosen, setChosen] = useState<readonly string[]>([]);

  const isWaiting = (id: string): boolean => {
    const state = signing.outcomes.get(id)?.state;
    return state !== 'signed' && state !== 'returned';
  };
  const waiting = answers.filter(({ id }) => isWaiting(id)).map(({ id }) => id);
  const present = chosen.filter((id) => waiting.includes(id));
  const choose = (id: string, isChosen: boolean): void => {
    const others = present.filter((one) => one !== id);
    setChosen(isChosen ? [...others, id].slice(-MOST_SIGNED_AT_ONCE) : others);
  };
  return (
    <section class="intake publicity signature" aria-labelledby="signature-title" aria-busy={isLoading}>
      <PageHead id="signature-title" title={texts.title} lead={texts.lead}>
        <p>{read && plural(lang, read.total, texts.count)}</p>
      </PageHead>
      {trouble && <Retry words={trouble.message} again={again} />}
      {isLoading && !read && (
        <p class="quiet loading" role="status">
          {texts.loading}
        </p>
      )}
      {read?.items.length === 0 && <p class="quiet empty">{texts.empty}</p>}
      {answers.length > 0 && (
        <>
          <AtOnce
            chosen={present}
            all={waiting.length}
            chooseAll={(isChosen) => setChosen(isChosen ? waiting.slice(0, MOST_SIGNED_AT_ONCE) : [])}
            signing={signing}
          />
          <ul class="waiting-list">
            {answers.map((answer) => (
              <WaitingItem
                key={answer.id}
                answer={answer}
                signing={signing}
                outcome={signing.outcomes.get(answer.id)}
                isChosen={present.includes(answer.id)}
                choose={(isChosen) => choose(answer.id, isChosen)}
              />
            ))}
          </ul>
        </>
      )}
      {read?.next && <More {...{ isLoading, more, texts }} />}
    </section>
  );
};
