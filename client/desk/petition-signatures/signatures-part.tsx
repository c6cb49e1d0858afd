import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { DeskPetition } from '#shared/contract/petition-desk.ts';
import { releaseSignatures } from '#shared/contract/petition-signatures.ts';
import { momentInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import { plural } from '#shared/texts/plural.ts';
import { Part } from '../card/part.tsx';
import { useDesk } from '../desk-context.ts';
import { Refused } from '../form/refused.tsx';
import { useSending } from '../form/use-sending.ts';
import { Retry } from '../retry.tsx';
import type { Group } from './group-words.ts';
import { HeldTable } from './held-table.tsx';
import { HoursChart } from './hours-chart.tsx';
import { RemovalDialog } from './removal-dialog.tsx';
import { SourcesTable } from './sources-table.tsx';
import { useSignatures } from './use-signatures.ts';

/** Each time that signatures were struck, and why. */
const Notes = ({ petition: { removals } }: { petition: DeskPetition }): JSX.Element | null => {
  const { lang, words } = useDesk();
  const { notes: texts, removed } = words.signatures;
  if (removals.length === 0) return null;
  return (
    <>
      <h4>{texts.title}</h4>
      <ol class="course">
        {removals.map(({ at, by, count, explanation }) => (
          <li key={at}>
            {plural(lang, count, removed)}
            <p class="brought" lang="uk">
              {explanation}
            </p>
            <time dateTime={at}>{fill(texts.line, { name: by ?? texts.somebody, at: momentInFull(lang, at) })}</time>
          </li>
        ))}
      </ol>
    </>
  );
};
/** How the signatures of a petition came, which wait for a decision, and what was struck. */
export const SignaturesPart = ({
  petition,
  changed,
}: {
  petition: DeskPetition;
  /** Signatures were let go or struck. */
  changed: () => void;
}): JSX.Element => {
  const { lang, words, ask } = useDesk();
  const { signatures: texts } = words;
  const { anomalies, held, again } = useSignatures(petition.id);
  const { send, isSending, refused } = useSending();
  const [struck, strike] = useState<Group | null>(null);
  const [done, setDone] = useState('');
  const settled = (said: string): void => {
    setDone(said);
    again();
    changed();
  };
  const release = async (group: Group): Promise<void> => {
    setDone('');
    const told = await send(() => ask(releaseSignatures, { params: { id: petition.id }, body: { group } }));
    if (told) settled(plural(lang, told.released, texts.released));
  };
  return (
    <Part title={texts.title}>
      <div class="signatures">
        <p class="hint">{texts.lead}</p>
        <p class="said" role="status">
          {done}
        </p>
        <Refused by={refused} />
        <HeldTable held={held} isSending={isSending} release={(group) => void release(group)} remove={strike} />
        <h4>{texts.chart.title}</h4>
        {anomalies.trouble && <Retry words={anomalies.trouble.message} again={anomalies.again} />}
        {!anomalies.value && !anomalies.trouble && <p class="quiet loading">{texts.loading}</p>}
        {anomalies.value && (
          <>
            <HoursChart hours={anomalies.value.hours} />
            <SourcesTable kind="network" sources={anomalies.value.networks} remove={strike} />
            <SourcesTable kind="range" sources={anomalies.value.ranges} remove={strike} />
          </>
        )}
        <Notes petition={petition} />
      </div>
      {struck && (
        <RemovalDialog
          petitionId={petition.id}
          group={struck}
          closed={() => strike(null)}
          removed={(count) => {
            strike(null);
            settled(plural(lang, count, texts.removed));
          }}
        />
      )}
    </Part>
  );
};
