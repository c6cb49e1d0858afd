import type { JSX } from 'preact';
import { ErrorSummary, type WrongField } from '#client/views/forms/error-summary.tsx';
import { addressIn } from '#client/views/layout.tsx';
import { MessageList, type MessageListProps } from './message-list.tsx';
import { MessageSwitches, type MessageSwitchesProps } from './message-switches.tsx';

/** One's own messages: the switches, and what went out. */
export interface MessagesPageProps extends MessageListProps, MessageSwitchesProps {
  /** Said on top, once: what has just been done. */
  notice?: string | undefined;
  errors: readonly WrongField[];
  errorTitle: string;
}
/** The page of one's own messages. */
export const MessagesPage = (props: MessagesPageProps): JSX.Element => {
  const { notice, errors, errorTitle, lang, texts } = props;
  return (
    <div class="column">
      {notice && (
        <p class="callout done" role="status" tabIndex={-1} data-focus="">
          {notice}
        </p>
      )}
      <ErrorSummary title={errorTitle} errors={errors} />
      <p class="back">
        <a href={addressIn(lang, '/my')}>{texts.back}</a>
      </p>
      <h1>{texts.title}</h1>
      <MessageSwitches {...props} />
      <MessageList {...props} />
    </div>
  );
};
