import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { CaseCard } from '#shared/contract/register.ts';
import { momentInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import { Part } from '../card/part.tsx';
import { useDesk } from '../desk-context.ts';
import { Dialog } from '../dialog.tsx';
import { Retry } from '../retry.tsx';
import { LinkForm, type MadeLink } from './link-form.tsx';
import { LinkItem } from './link-item.tsx';
import { useLinks } from './use-links.ts';

/** The address of a link, shown this once. */
const MadeDialog = ({ made, closed }: { made: MadeLink; closed: () => void }): JSX.Element => {
  const { links: texts } = useDesk().words;
  const [said, say] = useState('');
  const address = new URL(made.path, location.origin).href;
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(address);
    say(texts.copied);
  };
  return (
    <Dialog title={texts.madeTitle} closed={closed}>
      <p>{texts.madeHint}</p>
      <p class="field">
        <label for="made-link">{fill(texts.address, { label: made.link.label })}</label>
        <input
          id="made-link"
          class="full"
          readOnly
          value={address}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
      </p>
      <p class="said" role="status">
        {said}
      </p>
      <p class="actions">
        <button type="button" class="button secondary" onClick={() => void copy()}>
          {texts.copy}
        </button>
        <button type="button" class="button primary" onClick={closed}>
          {texts.close}
        </button>
      </p>
    </Dialog>
  );
};

/** Links of the case for executors without an account, and the drafts that came by them. */
export const LinksPart = ({ card, take }: { card: CaseCard; take: (text: string) => void }): JSX.Element | null => {
  const { lang, words } = useDesk();
  const { links: texts } = words;
  const { list, trouble, load } = useLinks(card);
  const [open, setOpen] = useState<'form' | MadeLink | null>(null);
  const [told, tell] = useState('');
  const said = useRef<HTMLParagraphElement>(null);
  if (list && !list.mayMake && list.items.length === 0) return null;
  const ended = async (message: string): Promise<void> => {
    await load();
    tell(message);
    said.current?.focus();
  };
  return (
    <Part title={texts.title}>
      <p class="hint">{texts.lead}</p>
      {!list && !trouble && <p class="muted">{texts.loading}</p>}
      {!list && trouble && <Retry words={trouble.message} again={() => void load()} />}
      {list?.items.length === 0 && <p class="muted">{texts.none}</p>}
      <ul class="work-links">
        {list?.items.map((link) => (
          <LinkItem
            key={link.id}
            caseId={card.id}
            link={link}
            mayEnd={list.mayMake}
            ended={(message) => void ended(message)}
          />
        ))}
      </ul>
      <p class="said" role="status" tabIndex={-1} ref={said}>
        {told}
      </p>
      {list && list.drafts.length > 0 && (
        <>
          <h4>{texts.drafts}</h4>
          {list.drafts.map(({ id, label, at, text }) => {
            const by = { label, date: momentInFull(lang, at) };
            return (
              <div key={id} class="answer draft">
                <p class="muted">{fill(texts.draftBy, by)}</p>
                <p class="words">{text}</p>
                {card.can.draft && (
                  <p class="actions">
                    <button
                      type="button"
                      class="button secondary"
                      aria-label={fill(texts.takeThis, by)}
                      onClick={() => take(text)}
                    >
                      {texts.take}
                    </button>
                  </p>
                )}
              </div>
            );
          })}
        </>
      )}
      {list?.mayMake && open === 'form' && (
        <LinkForm
          card={card}
          made={(link) => {
            setOpen(link);
            void load();
          }}
          closed={() => setOpen(null)}
        />
      )}
      {list?.mayMake && open !== 'form' && (
        <p class="actions">
          <button type="button" class="button secondary" onClick={() => setOpen('form')}>
            {texts.make}
          </button>
        </p>
      )}
      {open && open !== 'form' && <MadeDialog made={open} closed={() => setOpen(null)} />}
    </Part>
  );
};
