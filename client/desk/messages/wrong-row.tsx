import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { WrongMessage } from '#shared/contract/messages.ts';
import { spacedNumber } from '#shared/texts/codes.ts';
import { momentInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import { phrase } from '../case-words.ts';
import { useDesk } from '../desk-context.ts';
import { Link } from '../link.tsx';
import { CauseWords } from './cause-words.tsx';

const CODES = ['otp', 'email.code'];
/** One message that went wrong: when, what it told and by what way, of which case, why, and what can be done. */
export const WrongRow = ({ message, resend }: { message: WrongMessage; resend: () => void }): JSX.Element => {
  const { lang, words, me } = useDesk();
  const { wrong: texts } = words.messages;
  const { channel, template, cause, at, round, caseId, mayResend } = message;
  const number = message.number && spacedNumber(message.number);
  const what = phrase(words.desk.templates, template);
  const when = momentInFull(lang, at);
  const deed = useRef<HTMLTableCellElement>(null);
  const could = useRef(mayResend);
  // The button that had the focus is gone once the message was sent again.
  useLayoutEffect(() => {
    if (could.current && !mayResend) deed.current?.focus();
    could.current = mayResend;
  }, [mayResend]);
  const [mayOpen, mayAgain] = [me.permissions.includes('case.readAny'), me.permissions.includes('answer.deliver')];
  return (
    <tr>
      <th scope="row">
        <time dateTime={at}>{when}</time>
      </th>
      <td>
        {words.desk.ways[channel]}: {what}
        {round > 1 && <span class="muted">{fill(texts.round, { round })}</span>}
      </td>
      <td class="whole">
        {number && caseId && mayOpen ? <Link to={{ page: 'cases', filters: {}, caseId }}>{number}</Link> : number}
      </td>
      <td>
        <CauseWords of={cause} />
      </td>
      <td ref={deed} tabIndex={-1}>
        {mayResend && mayAgain && (
          <button type="button" class="link" aria-label={fill(texts.againThis, { what, at: when })} onClick={resend}>
            {texts.again}
          </button>
        )}
        {!mayResend && <span class="muted">{CODES.includes(template) ? texts.isCode : texts.wasSent}</span>}
      </td>
    </tr>
  );
};
