import type { JSX } from 'preact';
import { StatusWord } from '#client/views/cases/status-word.tsx';
import { SubmitButton } from '#client/views/forms/submit-button.tsx';
import type { PublicStatus } from '#shared/domain/appeal.ts';
import { spacedNumber } from '#shared/texts/codes.ts';
import { fill } from '#shared/texts/fill.ts';
import type { CaseTexts } from '#shared/texts/uk/cases.ts';
import type { WizardNearbyTexts } from '#shared/texts/uk/wizard-nearby.ts';

/** A published case beside the place, in words. */
export interface NearCard {
  id: string;
  number: string;
  /** Its first words, or the name of its category where none were published. */
  title: string;
  status: PublicStatus;
  isOverdue: boolean;
  /** How far, how long ago, how many people. */
  facts: readonly string[];
  photo: string | null;
  /** Answered cases can only be followed. */
  mayJoin: boolean;
  /** Addresses of its page and of following it, with the language's prefix. */
  page: string;
  follow: string;
}
/** A failure or a planned work that the city knows of. */
interface Work {
  id: string;
  text: string;
  until: string | null;
}
export interface NearbyCasesProps {
  cards: readonly NearCard[];
  works: readonly Work[];
  texts: WizardNearbyTexts;
  cases: Pick<CaseTexts, 'statuses' | 'overdue'>;
}

const Card = ({ card, texts, cases }: { card: NearCard } & Omit<NearbyCasesProps, 'cards' | 'works'>): JSX.Element => {
  const number = spacedNumber(card.number);
  return (
    <li class="near-card">
      {card.photo && (
        <img
          src={card.photo}
          alt={fill(texts.photo, { number })}
          width="96"
          height="96"
          loading="lazy"
          decoding="async"
        />
      )}
      <div>
        <h3>
          <a href={card.page}>{card.title}</a>
        </h3>
        <StatusWord status={card.status} isOverdue={card.isOverdue} texts={cases} />
        <p class="hint">{card.facts.join(' · ')}</p>
        <p class="near-acts">
          {card.mayJoin && (
            <button
              type="submit"
              class="button"
              name="ui.join"
              value={card.id}
              aria-label={fill(texts.joinNamed, { number })}
            >
              {texts.join}
            </button>
          )}
          <a href={card.follow} aria-label={fill(texts.followNamed, { number })}>
            {texts.follow}
          </a>
        </p>
      </div>
    </li>
  );
};

/** What is known of the place: works first, then cases to join or to follow. */
export const NearbyCases = ({ cards, works, texts, cases }: NearbyCasesProps): JSX.Element => (
  <>
    <button type="submit" class="unseen" tabIndex={-1} aria-hidden="true" />
    {works.length > 0 && (
      <section aria-labelledby="works">
        <h2 id="works">{texts.works}</h2>
        <ul>
          {works.map(({ id, text, until }) => (
            <li key={id}>
              {text}
              {until && ` (${fill(texts.worksUntil, { date: until })})`}
            </li>
          ))}
        </ul>
      </section>
    )}
    {cards.length > 0 ? (
      <section aria-labelledby="near-cases">
        <h2 id="near-cases">{texts.cases}</h2>
        <ul class="near-cards">
          {cards.map((card) => (
            <Card key={card.id} card={card} texts={texts} cases={cases} />
          ))}
        </ul>
      </section>
    ) : (
      works.length === 0 && <p>{texts.nothing}</p>
    )}
    <SubmitButton>{texts.mine}</SubmitButton>
  </>
);
