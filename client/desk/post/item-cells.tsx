import type { JSX } from 'preact';
import type { PostalItem } from '#shared/contract/post.ts';
import { spacedNumber } from '#shared/texts/codes.ts';
import { fill } from '#shared/texts/fill.ts';
import { districtName } from '../case-words.ts';
import { useDesk } from '../desk-context.ts';
import { Link } from '../link.tsx';
import { shortDate } from '../short-date.ts';

/** The heads of what every list says of a paper. */
export const ITEM_COLUMNS = ['number', 'outgoing', 'on', 'kind', 'addressee', 'district'] as const;
/** What every list says of a paper: whose it is and to whom it goes. */
export const ItemCells = ({ item }: { item: PostalItem }): JSX.Element => {
  const { lang, words, catalogue, today } = useDesk();
  const { post: texts } = words;
  const { name, address, isMasked } = item.addressee;
  return (
    <>
      <th scope="row">
        <Link to={{ page: 'cases', view: 'answered', filters: {}, caseId: item.caseId }}>
          {spacedNumber(item.number)}
        </Link>
      </th>
      <td>{item.outgoingNumber}</td>
      <td>
        <time dateTime={item.on}>{shortDate(lang, item.on, today())}</time>
      </td>
      <td>
        <a
          href={`/api/v1/post/items/${item.id}/letter.pdf`}
          aria-label={fill(texts.letterThis, { kind: texts.kinds[item.kind], outgoing: item.outgoingNumber })}
        >
          {texts.kinds[item.kind]}
        </a>
      </td>
      <td>
        {name}
        <span class="muted">{isMasked ? texts.masked : address}</span>
      </td>
      <td>{districtName(lang, catalogue.districts, item.districtCode)}</td>
    </>
  );
};
