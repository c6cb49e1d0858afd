import type { ComponentChildren, ComponentProps, JSX } from 'preact';
import { Dialog } from '../dialog.tsx';
import { DeskForm } from './desk-form.tsx';
import { Refused } from './refused.tsx';
import { SaveOrCancel } from './save-or-cancel.tsx';
import type { Sending } from './use-sending.ts';

/** A window with one form: why it was refused above its fields, and the two buttons below them; `after` stands below those. */
export const FormDialog = ({
  title,
  isWide = false,
  sending: { isSending, refused },
  texts,
  closed,
  children,
  after,
  ...form
}: {
  title: string;
  isWide?: boolean;
  sending: Pick<Sending, 'isSending' | 'refused'>;
  texts: ComponentProps<typeof SaveOrCancel>['texts'];
  closed: () => void;
  after?: ComponentChildren;
} & Pick<ComponentProps<typeof DeskForm>, 'onInput' | 'send' | 'children'>): JSX.Element => (
  <Dialog title={title} closed={closed} isWide={isWide}>
    <DeskForm {...form} refused={refused}>
      <Refused by={refused} />
      {children}
      <SaveOrCancel isSending={isSending} texts={texts} closed={closed} />
      {after}
    </DeskForm>
  </Dialog>
);
