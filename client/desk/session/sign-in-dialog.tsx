import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { call } from '#client/platform/api.ts';
import { renewLive } from '#client/platform/live.ts';
import { Field } from '#client/views/forms/field.tsx';
import { SubmitButton } from '#client/views/forms/submit-button.tsx';
import { addressIn } from '#client/views/layout.tsx';
import { whoAmI } from '#shared/contract/identity.ts';
import { useDesk } from '../desk-context.ts';
import { Dialog } from '../dialog.tsx';

/** The page's own form, sent without leaving the page: the session comes as a cookie and is in no script's reach. */
async function signIn(address: string, form: FormData): Promise<'in' | 'code' | 'wrong' | 'wait' | 'offline'> {
  const body = new URLSearchParams([...form].map(([name, value]) => [name, String(value)]));
  try {
    const reply = await fetch(address, { method: 'POST', body, credentials: 'same-origin' });
    if (reply.ok) return reply.redirected ? 'in' : 'code';
    if (reply.status === 429) return 'wait';
    return reply.status === 401 || reply.status === 422 ? 'wrong' : 'offline';
  } catch {
    return 'offline';
  }
}

/** Asks for login and password again where the session ended, without losing what was typed. Another person starts afresh. */
export const SignInDialog = ({ settle }: { settle: (isSignedIn: boolean) => void }): JSX.Element => {
  const { lang, words, me } = useDesk();
  const { admin } = words;
  const texts = words.desk.signIn;
  const [trouble, setTrouble] = useState<'wrong' | 'wait' | 'offline' | null>(null);
  const [needsCode, setNeedsCode] = useState(false);
  const said = {
    wrong: needsCode ? admin.door.codeWrong : texts.wrong,
    wait: admin.door.waitShort,
    offline: texts.offline,
  };
  const send = async (form: HTMLFormElement): Promise<void> => {
    const came = await signIn(addressIn(lang, '/desk/sign-in'), new FormData(form));
    if (came === 'code') {
      setTrouble(null);
      return setNeedsCode(true);
    }
    if (came !== 'in') return setTrouble(came);
    const now = await call(whoAmI, {}).catch(() => null);
    if (now === null) return setTrouble('offline');
    if (now.name !== me.name || now.departmentId !== me.departmentId) return location.reload();
    renewLive();
    settle(true);
  };
  return (
    <Dialog title={texts.again} closed={() => settle(false)}>
      <p>{texts.againWhy}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void send(event.currentTarget);
        }}
        noValidate
      >
        {trouble && (
          <p class="error" role="alert">
            {said[trouble]}
          </p>
        )}
        <Field name="login" label={texts.login} autocomplete="username" />
        <Field
          name="password"
          label={texts.password}
          type="password"
          autocomplete="current-password"
          enterKeyHint="go"
        />
        {needsCode && (
          <Field
            name="totp"
            label={admin.door.code}
            hint={admin.door.codeHint}
            autocomplete="one-time-code"
            enterKeyHint="go"
          />
        )}
        <p class="actions">
          <SubmitButton>{texts.enter}</SubmitButton>
          <button type="button" class="button secondary" onClick={() => settle(false)}>
            {texts.later}
          </button>
        </p>
      </form>
    </Dialog>
  );
};
