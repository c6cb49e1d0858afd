import type { JSX } from 'preact';
import { useDesk } from '../desk-context.ts';
import { KeyMark } from '../key-mark.tsx';
import { Link } from '../link.tsx';

/** How the cases of a list are looked at: line by line, or on the map. */
export const LookSwitch = (): JSX.Element => {
  const { words, address } = useDesk();
  const { places: texts } = words;
  const isMap = address.isMap ?? false;
  return (
    <nav class="look-switch" aria-label={texts.look}>
      <Link to={{ isMap: false }} aria-current={isMap ? undefined : 'true'}>
        {texts.list}
      </Link>
      <Link to={{ isMap: true }} aria-current={isMap ? 'true' : undefined}>
        {texts.map}
      </Link>
      <KeyMark of="look" />
    </nav>
  );
};
