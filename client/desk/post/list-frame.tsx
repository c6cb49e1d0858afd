import type { ComponentChildren, JSX } from 'preact';
import { useDesk } from '../desk-context.ts';
import { More } from '../more.tsx';
import { Retry } from '../retry.tsx';
import type { Pages } from './use-pages.ts';

/** What stands around the lines of a list: that it is on its way, that it did not come, that nothing is in it, and the rest of it. */
export const ListFrame = ({
  list: { read, trouble, isLoading, again, more },
  empty,
  children,
}: {
  list: Omit<Pages<unknown>, 'put'>;
  empty: string;
  children: ComponentChildren;
}): JSX.Element => {
  const { post: texts } = useDesk().words;
  return (
    <>
      {trouble && <Retry words={trouble.message} again={again} />}
      {isLoading && !read && (
        <p class="quiet loading" role="status">
          {texts.loading}
        </p>
      )}
      {read?.items.length === 0 && <p class="quiet empty">{empty}</p>}
      {read && read.items.length > 0 && children}
      {read?.next && <More {...{ isLoading, more, texts }} />}
    </>
  );
};
