import type { JSX } from 'preact';
import { addressIn } from '#client/views/layout.tsx';
import { fill } from '#shared/texts/fill.ts';
import { CodeStep, type CodeStepFacts } from './code-step.tsx';
import type { SigningWords } from './sign-page.tsx';

/** The second screen of signing: the code. */
export interface SignCodePageProps extends SigningWords, CodeStepFacts {
  /** All that was typed on the first screen. */
  values: Readonly<Record<string, string>>;
  formKey: string;
  /** The signer and the number, as people read them. */
  name: string;
  phone: string;
}
/** Takes the code from the text, by which the petition is signed; or sends another one, or leads back to change what was typed. */
export const SignCodePage = (props: SignCodePageProps): JSX.Element => {
  const { petition, values, formKey, name, phone, lang, texts } = props;
  return (
    <div class="column">
      <CodeStep
        {...props}
        action={addressIn(lang, `/petitions/${petition.number}/sign`)}
        values={{ ...values, key: formKey }}
        lead={fill(texts.codeLead, { phone })}
        submit={texts.sign}
      >
        <p>{fill(texts.who, { name })}</p>
      </CodeStep>
    </div>
  );
};
