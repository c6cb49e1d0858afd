import type { JSX } from 'preact';
import { Island } from '#client/views/island.tsx';
import type { PetitionWords } from './petition-words.ts';

/** What is shared: the whole address of the page, and how it is called. */
export interface Shared {
  href: string;
  title: string;
}
const said = encodeURIComponent;
/** Ways to pass a page on that need nothing from other sites until they are pressed. */
const waysFor = ({ href, title }: Shared): readonly (readonly [name: string, address: string])[] => [
  ['Telegram', `https://t.me/share/url?url=${said(href)}&text=${said(title)}`],
  ['Viber', `viber://forward?text=${said(`${title} ${href}`)}`],
  ['Facebook', `https://www.facebook.com/sharer/sharer.php?u=${said(href)}`],
];
/** Links that pass a petition on, and where scripts run a button that copies its address. */
export const ShareLinks = ({ shared, texts }: { shared: Shared } & PetitionWords): JSX.Element => (
  <div class="share on-screen">
    <ul>
      {waysFor(shared).map(([name, address]) => (
        <li key={name}>
          <a href={address} rel="noopener nofollow">
            {name}
          </a>
        </li>
      ))}
      <li>
        <a href={`mailto:?subject=${said(shared.title)}&body=${said(shared.href)}`}>{texts.byEmail}</a>
      </li>
    </ul>
    <Island
      name="copy-link"
      props={{ address: shared.href, label: texts.copy, done: texts.copied, failed: texts.notCopied }}
    />
  </div>
);
