import type { JSX } from 'preact';
import { useCallback, useState } from 'preact/hooks';
import { type PetitionCharterEditions, readPetitionCharter } from '#shared/contract/petition-charter.ts';
import { dateInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import { type Lang, plural, spacedCount } from '#shared/texts/plural.ts';
import type { DeskPetitionCharterTexts } from '#shared/texts/uk/desk-petition-charter.ts';
import { ColumnHeads } from '../column-heads.tsx';
import { useDesk } from '../desk-context.ts';
import { Refused } from '../form/refused.tsx';
import { troubleSaying } from '../form/trouble.ts';
import { useRead } from '../messages/use-read.ts';
import { Retry } from '../retry.tsx';
import { PetitionCharterForm } from './petition-charter-form.tsx';

type Edition = PetitionCharterEditions['items'][number];
const COLUMNS = ['validFrom', 'threshold', 'collect', 'rules', 'source'] as const;

/** For how long signatures are collected, in words. */
const collectWords = (lang: Lang, { collect }: Pick<Edition, 'collect'>, texts: DeskPetitionCharterTexts): string =>
  'months' in collect ? plural(lang, collect.months, texts.months) : plural(lang, collect.days, texts.days);

const Row = ({ edition, isCurrent }: { edition: Edition; isCurrent: boolean }): JSX.Element => {
  const { lang, words, today } = useDesk();
  const { petitionCharter: texts } = words;
  const { validFrom, threshold, signerAuth, signerScope, closeOnThreshold, allowWithdrawSignature } = edition;
  const rules = [
    ...signerAuth.map((method) => texts.methods[method]),
    texts.scopes[signerScope],
    closeOnThreshold ? texts.closes : texts.goesOn,
    allowWithdrawSignature ? texts.withdrawable : texts.final,
  ];
  return (
    <tr>
      <th scope="row">
        {dateInFull(lang, validFrom)}
        {isCurrent && <span class="muted">{texts.inForce}</span>}
        {validFrom > today() && <span class="muted">{texts.ahead}</span>}
      </th>
      <td>{spacedCount(lang, threshold)}</td>
      <td>{collectWords(lang, edition, texts)}</td>
      <td>{rules.join('; ')}</td>
      <td>
        <span lang="uk">{edition.source}</span>
        {edition.by && <span class="muted">{fill(texts.by, { name: edition.by })}</span>}
      </td>
    </tr>
  );
};

/** What the charter sets for petitions: every edition, and the form of a new one. */
export const PetitionCharterPart = (): JSX.Element => {
  const { words, ask } = useDesk();
  const { petitionCharter: texts } = words;
  const { value, trouble, again, take } = useRead(useCallback(() => ask(readPetitionCharter, {}), [ask]));
  const [done, setDone] = useState('');
  const [isStale, setStale] = useState(false);
  if (trouble) return <Retry words={trouble.message} again={again} />;
  if (!value)
    return (
      <p class="quiet loading" role="status">
        {texts.loading}
      </p>
    );
  const [latest] = [...value.items].sort((a, b) => b.version - a.version);
  const told = (isLate: boolean): void => {
    setStale(isLate);
    setDone(isLate ? '' : texts.done);
  };
  return (
    <section class="part petition-charter" aria-labelledby="petition-charter-title">
      <h3 id="petition-charter-title">{texts.title}</h3>
      <p class="hint">{texts.lead}</p>
      <p class="said" role="status">
        {done}
      </p>
      <table class="switches">
        <caption class="unseen">{texts.editions}</caption>
        <ColumnHeads of={COLUMNS} words={texts.columns} />
        <tbody>
          {value.items.map((edition) => (
            <Row key={edition.version} edition={edition} isCurrent={edition.version === value.current} />
          ))}
        </tbody>
      </table>
      <Refused by={isStale ? troubleSaying(texts.stale) : null} />
      {latest && (
        <PetitionCharterForm
          key={latest.version}
          latest={latest}
          entered={(editions) => {
            take(editions);
            told(false);
          }}
          stale={() => {
            told(true);
            again();
          }}
        />
      )}
    </section>
  );
};
