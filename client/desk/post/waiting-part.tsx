import type { JSX } from 'preact';
import { useCallback, useState } from 'preact/hooks';
import { Refusal } from '#client/platform/api.ts';
import { listPostalItems, makeRegistry, type PostalItem, type PostalRegistry } from '#shared/contract/post.ts';
import { ENVELOPES, type Envelope, MAIL_KINDS, type MailKind, MOST_IN_REGISTRY } from '#shared/domain/postal.ts';
import { spacedNumber } from '#shared/texts/codes.ts';
import { fill } from '#shared/texts/fill.ts';
import { useDesk } from '../desk-context.ts';
import { Refused } from '../form/refused.tsx';
import { troubleSaying } from '../form/trouble.ts';
import { useSending } from '../form/use-sending.ts';
import { ITEM_COLUMNS, ItemCells } from './item-cells.tsx';
import { ListFrame } from './list-frame.tsx';
import { RegistryPapers } from './registries-part.tsx';
import { usePages } from './use-pages.ts';

/** The papers that a refusal names as being in a registry already, in words. */
const listedIn = (error: unknown): string | null => {
  if (!(error instanceof Refusal) || error.problem.code !== 'post.in-registry') return null;
  const listed = error.problem.listed as readonly { number: string; registry: string }[];
  return listed.map(({ number, registry }) => `${spacedNumber(number)} (${registry})`).join(', ');
};

/** What is to become of the chosen papers: envelopes to be printed, and the registry that they are handed over with. */
const Bar = ({
  chosen,
  chooseAll,
  made,
}: {
  chosen: readonly string[];
  chooseAll: (isChosen: boolean) => void;
  /** Something was put into a registry, by this person or by somebody before. */
  made: (registry: PostalRegistry | null) => void;
}): JSX.Element => {
  const { words, ask } = useDesk();
  const { bar, envelopes, mails } = words.post;
  const { send, isSending, refused } = useSending();
  const [mail, setMail] = useState<MailKind>('registered');
  const [said, setSaid] = useState<string | null>(null);
  const make = async (): Promise<void> => {
    setSaid(null);
    if (chosen.length === 0) return setSaid(bar.nothing);
    if (chosen.length > MOST_IN_REGISTRY) return setSaid(fill(bar.tooMany, { most: MOST_IN_REGISTRY }));
    const body = { items: chosen.map((id) => ({ id, mail })) };
    const registry = await send(async () => {
      try {
        return await ask(makeRegistry, { body });
      } catch (error) {
        const papers = listedIn(error);
        if (papers === null) throw error;
        setSaid(fill(bar.listed, { papers }));
        made(null);
        return null;
      }
    });
    if (registry) made(registry);
  };
  const trouble = refused ?? (said === null ? null : troubleSaying(said));
  return (
    <form
      class="post-bar"
      aria-labelledby="post-bar"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <h3 id="post-bar" class="unseen">
        {bar.title}
      </h3>
      <p class="actions">
        <span aria-live="polite">{fill(bar.chosen, { n: chosen.length })}</span>
        <button type="button" class="button secondary" onClick={() => chooseAll(chosen.length === 0)}>
          {chosen.length === 0 ? bar.all : bar.none}
        </button>
        {chosen.length > 0 &&
          (Object.keys(ENVELOPES) as Envelope[]).map((size) => (
            <a
              key={size}
              class="button secondary"
              href={`/api/v1/post/envelopes.pdf?size=${size}&items=${chosen.slice(0, MOST_IN_REGISTRY).join(',')}`}
              download
            >
              {envelopes[size]}
            </a>
          ))}
        <label for="post-mail">{bar.mail}</label>
        <select id="post-mail" onChange={({ currentTarget }) => setMail(currentTarget.value as MailKind)}>
          {MAIL_KINDS.map((kind) => (
            <option key={kind} value={kind} selected={kind === mail}>
              {mails[kind]}
            </option>
          ))}
        </select>
        <button type="submit" class="button primary" aria-busy={isSending}>
          {isSending ? bar.making : bar.make}
        </button>
      </p>
      <Refused by={trouble} />
    </form>
  );
};

/** The papers that wait to be sent. */
export const WaitingPart = ({ counted }: { counted: (read: PostalCounts) => void }): JSX.Element => {
  const { words, ask } = useDesk();
  const { post: texts } = words;
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [made, setMade] = useState<PostalRegistry | null>(null);
  const load = useCallback(
    async (cursor: string | null) => {
      const page = await ask(listPostalItems, { query: { state: 'waiting', limit: 100, ...(cursor && { cursor }) } });
      counted(page.counts);
      return page;
    },
    [ask, counted],
  );
  const list = usePages<PostalItem>(load);
  const items = list.read?.items ?? [];
  const present = chosen.filter((id) => items.some((item) => item.id === id));
  const choose = (id: string, isChosen: boolean): void =>
    setChosen([...present.filter((one) => one !== id), ...(isChosen ? [id] : [])]);
  return (
    <>
      {items.length > 0 && (
        <Bar
          chosen={present}
          chooseAll={(isChosen) => setChosen(isChosen ? items.map(({ id }) => id) : [])}
          made={(registry) => {
            setChosen([]);
            setMade(registry);
            list.again();
          }}
        />
      )}
      <div class="said" role="status">
        {made && (
          <>
            <p>{fill(texts.bar.made, { number: made.number })}</p>
            <RegistryPapers registry={made} />
          </>
        )}
      </div>
      <ListFrame list={list} empty={texts.empty.waiting}>
        <table class="switches">
          <caption class="unseen">{texts.states.waiting}</caption>
          <thead>
            <tr>
              <td />
              {ITEM_COLUMNS.map((column) => (
                <th key={column} scope="col">
                  {texts.columns[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <tr key={item.id}>
                <td>
                  <input
                    type="checkbox"
                    checked={present.includes(item.id)}
                    aria-label={fill(texts.bar.choose, {
                      outgoing: item.outgoingNumber,
                      number: spacedNumber(item.number),
                    })}
                    onChange={({ currentTarget }) => choose(item.id, currentTarget.checked)}
                  />
                </td>
                <ItemCells item={item} />
              </tr>
            ))}
          </tbody>
        </table>
      </ListFrame>
    </>
  );
};
/** How many papers there are in each state. */
export type PostalCounts = Readonly<Partial<Record<PostalItem['state'], number>>>;
