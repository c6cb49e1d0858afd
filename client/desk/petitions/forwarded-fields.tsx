import type { JSX } from 'preact';
import { Field, type LineProps } from '#client/views/forms/field.tsx';
import { TextArea } from '#client/views/forms/text-area.tsx';
import type { DeskForwardedTexts } from '#shared/texts/uk/desk-forwarded.ts';
import { Part } from '../card/part.tsx';
import { useDesk } from '../desk-context.ts';
import type { Values } from '../form/drafts.ts';

type Name = keyof DeskForwardedTexts['labels'];

/** The fields of a petition that an association sent: what it says, who wrote it, who collected, and when. They are named below `prefix`. */
export const ForwardedFields = ({
  of,
  errors,
  prefix = '',
}: {
  of: Values;
  errors: Readonly<Record<string, string>>;
  prefix?: string;
}): JSX.Element => {
  const { forwarded: texts } = useDesk().words;
  const field = (name: Name) => ({
    name: `${prefix}${name}`,
    label: texts.labels[name],
    hint: texts.hints[name],
    value: of[`${prefix}${name}`],
    error: errors[`${prefix}${name}`],
  });
  const line = (name: Name, more: Partial<LineProps> = {}): JSX.Element => (
    <Field {...field(name)} autocomplete="off" {...more} />
  );
  return (
    <>
      <Part title={texts.petition}>
        {line('title')}
        <TextArea {...field('essence')} rows={4} />
        <TextArea {...field('demand')} rows={4} />
      </Part>
      <Part title={texts.author}>
        {line('lastName')}
        {line('firstName')}
        {line('patronymic', { optional: texts.optional })}
        {line('email', { type: 'email', inputMode: 'email' })}
      </Part>
      <Part title={texts.association}>
        {line('association.name')}
        {line('association.email', { type: 'email', inputMode: 'email' })}
        {line('association.url')}
      </Part>
      <Part title={texts.collection}>
        {line('startedOn', { type: 'date', width: 'half' })}
        {line('endsOn', { type: 'date', width: 'half' })}
        {line('sentOn', { type: 'date', width: 'half' })}
        {line('receivedOn', { type: 'date', width: 'half' })}
        {line('signatures', { inputMode: 'numeric', width: 'half' })}
      </Part>
    </>
  );
};
