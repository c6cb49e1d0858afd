import type { DeskIntakeTexts } from '#shared/texts/uk/desk-intake.ts';

/** Taking an appeal from somebody who called, wrote or came, in English. */
export const deskIntake: DeskIntakeTexts = {
  title: 'New appeal',
  lead: 'For somebody who called, wrote or came.',
  text: 'What it is about and what is asked for',
  ifAny: 'if any',
  placeHint: 'Empty if the appeal is about no place.',
  contact: 'How to reach them',
  contactHint: 'One way is enough. Without any, no answer can be sent.',
  channel: 'How it came',
  channels: {
    phone: 'By phone',
    post: 'By post',
    reception: 'In person',
  },
  replyWays: {
    page: 'On the site, by number and code',
    email: 'By e-mail',
    post: 'By letter',
    phone: 'By phone',
  },
  sms: 'The applicant wishes for texts (agreed by word of mouth)',
  publication: 'The applicant lets the text be shown on the map without the name',
  submit: 'Take the appeal',
  back: 'To the list',
  clear: 'Empty the form',
  sentBefore:
    'The appeal of this form has been taken already. If the changed text is a new appeal, press “Take the appeal” once more.',
  received: 'The appeal is taken',
  readAloud: 'Read to the applicant:',
  number: 'Number',
  accessCode: 'Access code',
  accessCodeWhy: 'Number and code open the appeal on the site. The letters are Latin.',
  due: 'Answer by',
  open: 'Open the appeal',
  another: 'Another appeal',
};
