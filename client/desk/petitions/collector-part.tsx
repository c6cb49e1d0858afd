import type { JSX } from 'preact';
import type { DeskPetition } from '#shared/contract/petition-desk.ts';
import { dateInFull } from '#shared/texts/dates.ts';
import { Fact, Part } from '../card/part.tsx';
import { useDesk } from '../desk-context.ts';

/** The civic association that collected the signatures, and what it says of them; nothing where they are given here. */
export const CollectorPart = ({
  petition: { collectedBy, endsOn },
}: {
  petition: Pick<DeskPetition, 'collectedBy' | 'endsOn'>;
}): JSX.Element | null => {
  const { lang, words } = useDesk();
  const { card: texts } = words.forwarded;
  if (!collectedBy) return null;
  const { name, email, url, startedOn, sentOn, receivedOn } = collectedBy;
  return (
    <Part title={texts.title}>
      <dl class="facts">
        <Fact name={texts.name}>{name}</Fact>
        <Fact name={texts.email}>{email}</Fact>
        <Fact name={texts.url}>
          <a href={url} target="_blank" rel="noopener nofollow">
            {texts.urlWords}
          </a>
        </Fact>
        <Fact name={texts.startedOn}>{dateInFull(lang, startedOn)}</Fact>
        <Fact name={texts.endsOn}>{endsOn && dateInFull(lang, endsOn)}</Fact>
        <Fact name={texts.sentOn}>{dateInFull(lang, sentOn)}</Fact>
        <Fact name={texts.receivedOn}>{dateInFull(lang, receivedOn)}</Fact>
      </dl>
    </Part>
  );
};
