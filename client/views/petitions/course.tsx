import type { JSX } from 'preact';
import { Icon } from '#client/views/icon.tsx';
import { dateInFull } from '#shared/texts/dates.ts';
import type { PetitionWords } from './petition-words.ts';

/** One step of a petition's way: what was done and on what day, how it went on otherwise, what is under way, what lies ahead. */
export interface CourseStep {
  state: 'done' | 'turned' | 'now' | 'ahead';
  words: string;
  /** A date of law; null where the words say it themselves. */
  on: string | null;
}
const LOOKS = {
  done: ['resolved', 'resolved'],
  turned: ['forwarded', 'forwarded'],
  now: ['in_work', 'in_work'],
  ahead: ['ahead', 'overdue'],
} as const;

/** The whole way of a petition by law, from its publication to the answer. */
export const Course = ({ steps, lang, texts }: { steps: readonly CourseStep[] } & PetitionWords): JSX.Element => (
  <section aria-labelledby="course">
    <h2 id="course">{texts.course}</h2>
    <ol class="timeline">
      {steps.map(({ state, words, on }) => {
        const [look, icon] = LOOKS[state];
        return (
          <li key={words} class={look}>
            <Icon of={icon} />
            <p>
              {state !== 'ahead' && <span class="unseen">{state === 'now' ? texts.now : texts.done}: </span>}
              {words}
            </p>
            {on && <time dateTime={on}>{dateInFull(lang, on)}</time>}
          </li>
        );
      })}
    </ol>
  </section>
);
