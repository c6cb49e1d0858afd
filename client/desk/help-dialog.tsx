import type { JSX } from 'preact';
import { useDesk } from './desk-context.ts';
import { Dialog } from './dialog.tsx';
import { KEY_COMMANDS, KEY_NAMES } from './keys.ts';

/** Every key of the desk in words, and the choice to do without them. */
export const HelpDialog = ({
  areKeysOn,
  choose,
  closed,
}: {
  areKeysOn: boolean;
  choose: (areOn: boolean) => void;
  closed: () => void;
}): JSX.Element => {
  const texts = useDesk().words.desk.help;
  return (
    <Dialog title={texts.title} closed={closed}>
      <p class="hint">{texts.lead}</p>
      <dl class="keys">
        {KEY_COMMANDS.map((command) => (
          <div key={command}>
            <dt>
              <kbd>{KEY_NAMES[command]}</kbd>
            </dt>
            <dd>{texts[command]}</dd>
          </div>
        ))}
        <div>
          <dt>
            <kbd>Ctrl</kbd> <kbd>Enter</kbd>
          </dt>
          <dd>{texts.send}</dd>
        </div>
      </dl>
      <div class="choice">
        <input
          type="checkbox"
          id="keys-on"
          checked={areKeysOn}
          onChange={({ currentTarget }) => choose(currentTarget.checked)}
        />
        <label for="keys-on">{texts.enabled}</label>
      </div>
      <p class="actions">
        <button type="button" class="button primary" onClick={closed}>
          {texts.done}
        </button>
      </p>
    </Dialog>
  );
};
