import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { momentInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import { ColumnHeads } from '../column-heads.tsx';
import { useDesk } from '../desk-context.ts';
import { PageHead } from '../page-head.tsx';
import { Retry } from '../retry.tsx';
import { type Standing, standings } from './standing.ts';
import { SwitchDialog } from './switch-dialog.tsx';
import { type Switches, useSwitches } from './use-switches.ts';

const Row = ({ one, ask }: { one: Standing; ask: () => void }): JSX.Element => {
  const { lang, words } = useDesk();
  const { switches: texts } = words.publicity;
  const { name, state, last } = one;
  const isHidden = state === 'hidden';
  return (
    <tr class={state}>
      <th scope="row">{name}</th>
      <td>
        <span class={`shown-state ${state}`}>{texts[state]}</span>
      </td>
      <td>
        {last ? (
          <>
            {last.reason}
            <span class="muted">{fill(texts.by, { name: last.by, at: momentInFull(lang, last.at) })}</span>
          </>
        ) : (
          <span class="muted">{texts.never}</span>
        )}
      </td>
      <td>
        <button
          type="button"
          class="button secondary"
          aria-label={fill(isHidden ? texts.showThis : texts.hideThis, { name })}
          onClick={ask}
        >
          {isHidden ? texts.show : texts.hide}
        </button>
      </td>
    </tr>
  );
};

const Log = ({ turns, nameOf }: Pick<NonNullable<Switches['now']>, 'turns'> & { nameOf: (code: string) => string }) => {
  const { lang, words } = useDesk();
  const { switches: texts } = words.publicity;
  return (
    <section class="part">
      <h3>{texts.log}</h3>
      {turns.length === 0 && <p class="muted">{texts.logNone}</p>}
      <ol class="course">
        {turns.map(({ districtCode, isHidden, reason, by, at }) => (
          <li key={`${districtCode} ${at}`}>
            {fill(texts.logLine[isHidden ? 'hidden' : 'shown'], { name: nameOf(districtCode) })}. {reason}
            <time dateTime={at}>{fill(texts.by, { name: by, at: momentInFull(lang, at) })}</time>
          </li>
        ))}
      </ol>
    </section>
  );
};

const COLUMNS = ['district', 'state', 'last', 'deed'] as const;

/** The switches that hide a district, or the whole city, from everybody at once, and the log of their turns. */
export const PublicityPage = (): JSX.Element => {
  const { lang, words, catalogue } = useDesk();
  const { switches: texts } = words.publicity;
  const switches = useSwitches();
  const { now, trouble, load } = switches;
  const [asked, ask] = useState<Standing | null>(null);
  const [done, setDone] = useState('');
  const all = now ? standings(now, catalogue.districts, { lang, wholeCity: texts.wholeCity }) : [];
  const nameOf = (code: string): string => all.find((one) => one.code === code)?.name ?? code;
  return (
    <>
      <section class="intake publicity" aria-labelledby="publicity-title">
        <PageHead id="publicity-title" title={texts.title} lead={texts.lead} />
        <p class="said" role="status">
          {done}
        </p>
        {trouble && <Retry words={trouble.message} again={load} />}
        {!now && !trouble && (
          <p class="quiet loading" role="status">
            {texts.loading}
          </p>
        )}
        {now && (
          <>
            <table class="switches">
              <caption class="unseen">{texts.districts}</caption>
              <ColumnHeads of={COLUMNS} words={texts} />
              <tbody>
                {all.map((one) => (
                  <Row
                    key={one.code}
                    one={one}
                    ask={() => {
                      setDone('');
                      switches.begin();
                      ask(one);
                    }}
                  />
                ))}
              </tbody>
            </table>
            <Log turns={now.turns} nameOf={nameOf} />
          </>
        )}
      </section>
      {asked && (
        <SwitchDialog
          of={asked}
          switches={switches}
          closed={() => ask(null)}
          turned={(isHidden) => {
            ask(null);
            setDone(fill(isHidden ? texts.doneHidden : texts.doneShown, { name: asked.name }));
          }}
        />
      )}
    </>
  );
};
