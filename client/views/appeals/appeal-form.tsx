import type { JSX } from 'preact';
import { ErrorSummary } from '#client/views/forms/error-summary.tsx';
import { SubmitButton } from '#client/views/forms/submit-button.tsx';
import { addressIn, DangerNumbers } from '#client/views/layout.tsx';
import { fill } from '#shared/texts/fill.ts';
import { ContactSection } from './contact-section.tsx';
import { type AppealFormProps, fieldsOf, labelsOf } from './form-data.ts';
import { MatterSection } from './matter-section.tsx';
import { PersonSection } from './person-section.tsx';
import { PlaceSection } from './place-section.tsx';

/** The notice that the law owes at collection (Law 2297-VI, art. 12); no tick, for handling is a duty. */
const Notice = ({ lang, texts, common }: AppealFormProps): JSX.Element => {
  const [before, after] = fill(texts.notice, { controller: common.controller }).split('{link}');
  return (
    <p class="notice">
      {before}
      <a href={addressIn(lang, '/privacy')}>{texts.noticeLink}</a>
      {after}
    </p>
  );
};

/** The whole appeal on one page. It goes to its own address; what was typed is never lost. */
export const AppealForm = (form: AppealFormProps): JSX.Element => {
  const { about, errors, trouble, idempotencyKey, lang, texts, common, problems } = form;
  const at = fieldsOf(form);
  const labels = labelsOf(form);
  const order = Object.keys(labels);
  const wrong = errors
    .map(({ path, code }) => ({ path, label: labels[path] ?? texts.title, message: problems[code] }))
    .sort((a, b) => order.indexOf(a.path) - order.indexOf(b.path));
  return (
    <div class="column">
      <ErrorSummary title={common.errorSummary} errors={wrong} />
      {trouble && (
        <div class="errors" role="alert" tabIndex={-1} data-focus="">
          <p>{texts.troubles[trouble]}</p>
        </div>
      )}
      <h1>{about === 'place' ? texts.titlePlace : texts.title}</h1>
      <p class="lead">{texts.lead}</p>
      <p class="callout danger">
        <DangerNumbers text={texts.danger} />
      </p>
      <form method="post" action={`${addressIn(lang, '/appeals/new')}?about=${about}`} noValidate>
        <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
        {about === 'place' && <PlaceSection form={form} at={at} />}
        <MatterSection form={form} at={at} />
        {about === 'other' && <PlaceSection form={form} at={at} />}
        <PersonSection form={form} at={at} />
        <ContactSection form={form} at={at} />
        <Notice {...form} />
        <SubmitButton>{texts.submit}</SubmitButton>
      </form>
    </div>
  );
};
