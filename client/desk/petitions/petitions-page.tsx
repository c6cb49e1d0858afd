import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { PETITION_QUEUES, type PetitionQueue } from '#shared/domain/petition-queue.ts';
import { spacedCount } from '#shared/texts/plural.ts';
import { useDesk } from '../desk-context.ts';
import { Link } from '../link.tsx';
import { focusLine, walk } from '../list/walk.ts';
import { ListFrame } from '../post/list-frame.tsx';
import { useKeys } from '../use-keys.ts';
import { ForwardedForm } from './forwarded-form.tsx';
import { PetitionPane } from './petition-pane.tsx';
import { PetitionTable } from './petition-table.tsx';
import { usePetition } from './use-petition.ts';
import { usePetitionQueue } from './use-petition-queue.ts';

const Queues = ({
  queue,
  counts,
}: {
  queue: PetitionQueue;
  counts: Readonly<Partial<Record<PetitionQueue, number>>>;
}) => {
  const { lang, words } = useDesk();
  const { petitions: texts } = words;
  return (
    <nav class="petition-queues" aria-label={texts.queuesLabel}>
      <ul>
        {PETITION_QUEUES.map((each) => (
          <li key={each}>
            <Link to={{ queue: each, petitionId: null }} aria-current={each === queue ? 'page' : undefined}>
              {texts.queues[each]}{' '}
              <span class="count">{counts[each] === undefined ? '' : spacedCount(lang, counts[each] ?? 0)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
};

/** Petitions for those who check and review them: a list on the left, the open one on the right. */
export const PetitionsPage = ({ areKeysOn }: { areKeysOn: boolean }): JSX.Element => {
  const { words, me, address, go } = useDesk();
  const { petitions: texts } = words;
  const { petitionId = null } = address;
  const queue = address.queue ?? (me.permissions.includes('petition.moderate') ? 'moderation' : 'review');
  const list = usePetitionQueue(queue);
  const open = usePetition(petitionId);
  const mayEnter = me.permissions.includes('petition.moderate');
  const isEntering = mayEnter && address.isEntering === true && !petitionId;
  const title = useRef<HTMLHeadingElement>(null);
  const before = useRef(petitionId);
  useLayoutEffect(() => {
    if (!petitionId) title.current?.focus();
  }, [queue]);
  useLayoutEffect(() => {
    if (before.current && !petitionId) focusLine(before.current);
    before.current = petitionId;
  }, [petitionId]);
  const again = (): void => {
    list.again();
    open.refresh();
  };
  useKeys(
    {
      next: () => walk(1, petitionId),
      previous: () => walk(-1, petitionId),
      reload: again,
      ...((petitionId || isEntering) && { close: () => go({ petitionId: null, isEntering: false }) }),
    },
    areKeysOn,
  );
  return (
    <div class={petitionId || isEntering ? 'petitions has-petition' : 'petitions'}>
      <section class="list" id="list" tabIndex={-1} aria-labelledby="petitions-title">
        <header class="list-head">
          <p class="way-back">
            <Link to={{ page: 'cases' }}>{words.intake.back}</Link>
          </p>
          <h2 id="petitions-title" ref={title} tabIndex={-1}>
            {texts.title}
          </h2>
          <Queues queue={queue} counts={list.counts} />
          {mayEnter && (
            <Link class="button secondary" to={{ petitionId: null, isEntering: true }}>
              {words.forwarded.open}
            </Link>
          )}
        </header>
        <div class="lines" aria-busy={list.isLoading}>
          <ListFrame list={list} empty={texts.empty[queue]}>
            <PetitionTable rows={list.read?.items ?? []} caption={texts.queues[queue]} openId={petitionId} />
          </ListFrame>
        </div>
      </section>
      {petitionId && (
        <PetitionPane key={petitionId} petitionId={petitionId} state={open} moved={list.again} areKeysOn={areKeysOn} />
      )}
      {isEntering && (
        <ForwardedForm
          entered={({ id }) => {
            go({ queue: 'review', petitionId: id, isEntering: false });
            list.again();
          }}
          closed={() => go({ isEntering: false })}
        />
      )}
      {!petitionId && !isEntering && (
        <section class="card-pane nothing">
          <p class="quiet">
            <strong>{texts.card.pick}</strong>
            {texts.card.pickHow}
          </p>
        </section>
      )}
    </div>
  );
};
