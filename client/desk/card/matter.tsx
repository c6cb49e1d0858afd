import type { JSX } from 'preact';
import type { CaseCard } from '#shared/contract/register.ts';
import { answerWords, categoryOf } from '../case-words.ts';
import { useDesk } from '../desk-context.ts';
import { Fact, Part } from './part.tsx';

/** What the applicant wrote, and what they answered to the questions of the topic. */
export const Matter = ({ card }: { card: CaseCard }): JSX.Element => {
  const { lang, words, catalogue } = useDesk();
  const { card: texts } = words.desk;
  const category = categoryOf(catalogue.categories, card.categoryCode);
  return (
    <Part title={texts.text}>
      <p class="words">{card.text}</p>
      {card.answers.length > 0 && (
        <>
          <h4>{texts.answers}</h4>
          <dl class="facts">
            {card.answers.map((said) => {
              const { question, answer } = answerWords(lang, said, { category, texts });
              return (
                <Fact key={said.question} name={question}>
                  {answer}
                </Fact>
              );
            })}
          </dl>
        </>
      )}
    </Part>
  );
};
