import type { JSX } from 'preact';
import type { CaseCard } from '#shared/contract/register.ts';
import { dateInFull, momentInFull } from '#shared/texts/dates.ts';
import {
  categoryName,
  categoryOf,
  channelWord,
  departmentName,
  districtName,
  phrase,
  placeDoubt,
  placeWords,
} from '../case-words.ts';
import { useDesk } from '../desk-context.ts';
import { Fact, Part } from './part.tsx';

/** How the case stands in the register: the fields of its registration-control card that are known. */
export const Record = ({ card }: { card: CaseCard }): JSX.Element => {
  const { lang, words, catalogue } = useDesk();
  const { desk, questionGroups, cases } = words;
  const texts = desk.card;
  const { address, description } = card.place;
  const doubt = placeDoubt(card, categoryOf(catalogue.categories, card.categoryCode));
  return (
    <Part title={texts.facts}>
      <dl class="facts">
        <Fact name={texts.index}>{card.registrationIndex ?? texts.noIndex}</Fact>
        <Fact name={texts.received}>{momentInFull(lang, card.receivedAt)}</Fact>
        <Fact name={texts.channel}>{channelWord(desk, card.channel)}</Fact>
        <Fact name={texts.kind}>{card.fields.kind && phrase(cases.kinds, card.fields.kind)}</Fact>
        <Fact name={texts.category}>{categoryName(lang, catalogue.categories, card.categoryCode)}</Fact>
        <Fact name={texts.questionGroup}>
          {card.questionGroup}. {phrase(questionGroups, String(card.questionGroup))}
        </Fact>
        <Fact name={texts.priority}>{card.priority !== 'none' && desk.priorities[card.priority]}</Fact>
        <Fact name={texts.place}>
          {placeWords(card.place) ?? texts.noPlace}
          {doubt && <strong class="doubt">{texts.inaccurate[doubt]}</strong>}
        </Fact>
        <Fact name={texts.placeHow}>{address && description}</Fact>
        <Fact name={texts.districtName}>{districtName(lang, catalogue.districts, card.districtCode)}</Fact>
        <Fact name={texts.department}>
          {departmentName(lang, catalogue.departments, card.department) ?? texts.noDepartment}
        </Fact>
        <Fact name={texts.contestedDecision}>{card.fields.contestedDecision}</Fact>
        <Fact name={texts.decidedOn}>{card.fields.decidedOn && dateInFull(lang, card.fields.decidedOn)}</Fact>
        <Fact name={texts.learnedOn}>{card.fields.learnedOn && dateInFull(lang, card.fields.learnedOn)}</Fact>
      </dl>
    </Part>
  );
};
