import type { JSX } from 'preact';
import { Checkbox } from '#client/views/forms/checkbox.tsx';
import { SubmitButton } from '#client/views/forms/submit-button.tsx';
import { addressIn } from '#client/views/layout.tsx';
import type { DeliveryChannel } from '#shared/domain/delivery.ts';
import { MESSAGE_KINDS, type MessageKind } from '#shared/domain/message-kinds.ts';
import { spacedNumber } from '#shared/texts/codes.ts';
import { fill } from '#shared/texts/fill.ts';
import type { Lang } from '#shared/texts/plural.ts';
import type { MyMessagesTexts } from '#shared/texts/uk/my-messages.ts';

/** How one switch stands, of one case. */
export interface CaseSwitch {
  number: string;
  isOn: boolean;
}
/** The switches of somebody's messages; of a way whose phone or address this sign-in did not prove there are none (null). */
export interface MessageSwitchesProps {
  sms: readonly CaseSwitch[] | null;
  email: readonly CaseSwitch[] | null;
  mutedKinds: readonly MessageKind[];
  lang: Lang;
  texts: MyMessagesTexts;
}
interface WayProps {
  way: DeliveryChannel;
  switches: readonly CaseSwitch[];
  lang: Lang;
  texts: MyMessagesTexts;
}
const actionOf = (lang: Lang, way: DeliveryChannel): string =>
  addressIn(lang, way === 'sms' ? '/my/messages/sms' : '/my/messages/letters');

/** A switch for each case by itself. */
const OneByOne = ({ way, switches, lang, texts }: WayProps): JSX.Element => (
  <details>
    <summary>{texts.oneByOne}</summary>
    <ul class="switches">
      {switches.map(({ number, isOn }) => (
        <li key={number}>
          <form method="post" action={actionOf(lang, way)}>
            <input type="hidden" name="number" value={number} />
            <span id={`${way}-${number}`}>
              {fill(texts.one, { number: spacedNumber(number) })}: {isOn ? texts.isOn : texts.isOff}
            </span>
            <button
              type="submit"
              class="button secondary"
              name="to"
              value={isOn ? 'off' : 'on'}
              aria-describedby={`${way}-${number}`}
            >
              {isOn ? texts.turnOff : texts.turnOn}
            </button>
          </form>
        </li>
      ))}
    </ul>
  </details>
);
/** One way of being told: how it stands, the switch for all at once, and those for each case. */
const Way = ({ way, switches, lang, texts }: WayProps): JSX.Element => {
  const [all, on] = [switches.length, switches.filter(({ isOn }) => isOn).length];
  const words = on === all ? texts[`${way}All`] : on === 0 ? texts[`${way}None`] : texts[`${way}Some`];
  if (all === 0) return <p>{texts.nothingToSwitch}</p>;
  return (
    <>
      <p>{fill(words, { on, all })}</p>
      <form method="post" action={actionOf(lang, way)} class="actions">
        {on > 0 && (
          <SubmitButton kind="secondary" name="to" value="off">
            {texts[`${way}TurnOff`]}
          </SubmitButton>
        )}
        {on < all && (
          <SubmitButton kind="secondary" name="to" value="on">
            {texts[`${way}TurnOn`]}
          </SubmitButton>
        )}
      </form>
      <p class="hint">{texts[`${way}Hint`]}</p>
      {all > 1 && <OneByOne {...{ way, switches, lang, texts }} />}
    </>
  );
};
/** Which kinds of texts are wanted. */
const Kinds = ({ mutedKinds, lang, texts }: Pick<MessageSwitchesProps, 'mutedKinds' | 'lang' | 'texts'>) => (
  <details>
    <summary>{texts.kinds}</summary>
    <form method="post" action={addressIn(lang, '/my/messages/kinds')}>
      {MESSAGE_KINDS.map((kind) => (
        <Checkbox key={kind} name={kind} label={texts.kind[kind]} isChecked={!mutedKinds.includes(kind)} />
      ))}
      <SubmitButton kind="secondary">{texts.kindsSave}</SubmitButton>
      <p class="hint">{texts.kindsHint}</p>
    </form>
  </details>
);

/** What to send somebody and what not, each by a form of its own. */
export const MessageSwitches = ({ sms, email, mutedKinds, lang, texts }: MessageSwitchesProps): JSX.Element => (
  <section aria-labelledby="switches">
    <h2 id="switches">{texts.switches}</h2>
    <h3 id="sms" tabIndex={-1}>
      {texts.sms}
    </h3>
    {sms ? <Way way="sms" switches={sms} lang={lang} texts={texts} /> : <p>{texts.smsNotHere}</p>}
    {sms && sms.length > 0 && <Kinds mutedKinds={mutedKinds} lang={lang} texts={texts} />}
    <h3 id="email" tabIndex={-1}>
      {texts.email}
    </h3>
    {email ? <Way way="email" switches={email} lang={lang} texts={texts} /> : <p>{texts.emailNotHere}</p>}
  </section>
);
