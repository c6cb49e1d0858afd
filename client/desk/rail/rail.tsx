import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { BrandMark } from '#client/views/brand-mark.tsx';
import { addressIn } from '#client/views/layout.tsx';
import { REGISTER_VIEWS, type RegisterView } from '#shared/contract/register.ts';
import { spacedCount } from '#shared/texts/plural.ts';
import { writeAddress } from '../address.ts';
import { useDesk } from '../desk-context.ts';
import { Link } from '../link.tsx';
import type { CaseListState } from '../list/use-case-list.ts';

const Views = ({ view, counts }: { view: RegisterView; counts: CaseListState['counts'] }): JSX.Element => {
  const { lang, words, address } = useDesk();
  const { desk } = words;
  const nav = useRef<HTMLElement>(null);
  // On a phone the lists stand in one strip, of which the present one must be seen.
  useEffect(
    () => nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' }),
    [view],
  );
  return (
    <nav ref={nav} aria-label={desk.rail.views}>
      <ul>
        {REGISTER_VIEWS.map((each) => {
          const count = counts?.[each];
          return (
            <li key={each} class={`view ${each}${count ? '' : ' none'}`}>
              <Link
                to={{ view: each, isEntering: false, caseId: null }}
                aria-current={each === view && !address.isEntering ? 'page' : undefined}
              >
                {desk.views[each]} <span class="count">{count === undefined ? '' : spacedCount(lang, count)}</span>
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
};

/** The left side: what can be looked at, who is at the desk, and whether it hears of changes as they happen. */
export const Rail = ({
  view,
  counts,
  isLive,
  openHelp,
}: {
  view: RegisterView;
  counts: CaseListState['counts'];
  isLive: boolean;
  openHelp: () => void;
}): JSX.Element => {
  const { lang, words, me, address } = useDesk();
  const { desk, common } = words;
  const other = lang === 'uk' ? 'en' : 'uk';
  return (
    <header class="rail">
      <p class="brand">
        <BrandMark />
        {common.site} <span>{desk.title}</span>
      </p>
      {me.permissions.includes('case.enter') && (
        <p class="enter">
          <Link class="button primary" to={{ isEntering: true, caseId: null }}>
            {desk.rail.newAppeal}
          </Link>
        </p>
      )}
      <Views view={view} counts={counts} />
      <div class="who">
        <p class={isLive ? 'live on' : 'live'}>{isLive ? desk.rail.live : desk.rail.notLive}</p>
        <p>
          <strong>{me.name}</strong>
          <span>{me.post}</span>
        </p>
        <ul>
          <li class="for-keys">
            <button type="button" class="link" onClick={openHelp}>
              {desk.rail.help}
            </button>
          </li>
          <li>
            <a href={writeAddress(other, address)} lang={other} title={desk.rail.languageSays}>
              {desk.rail.language}
            </a>
          </li>
          <li>
            <form method="post" action={addressIn(lang, '/desk/sign-out')}>
              <button type="submit" class="link">
                {desk.rail.signOut}
              </button>
            </form>
          </li>
        </ul>
      </div>
    </header>
  );
};
