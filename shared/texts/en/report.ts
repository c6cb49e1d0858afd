import type { ReportTexts } from '#shared/texts/uk/report.ts';

/** The form of a report on what is shown of a case, in English. */
export const report: ReportTexts = {
  title: 'Report it or have my data removed',
  lead: 'If you, your data or something that must not be shown can be seen in the text or photos, tell us. We hide what should not be there as soon as we have checked.',
  labels: { kind: 'What is wrong', text: 'Tell us more', contact: 'How to answer you' },
  kinds: {
    'my-data': 'My data or my child’s data are here',
    'not-for-show': 'It must not be shown: safety, insults, somebody’s home',
    other: 'Something else',
  },
  textHint: 'What and where: in the text, on which photo, in the answer.',
  contactHint: 'E-mail or phone. You may leave it out; then we cannot answer you.',
  send: 'Send',
  sent: 'Thank you, we have your message and will check what is shown. We answer about personal data within 10 working days.',
  back: 'To appeal {number}',
};
