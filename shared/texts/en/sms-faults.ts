import type { SmsFaultTexts } from '../uk/sms-faults.ts';

/** What is wrong with the words of a text message, said alike while they are typed and when they are refused. */
export const smsFaults: SmsFaultTexts = {
  empty: 'Write the text.',
  'place-unknown': 'This text knows no {said}. Take a place from the list below the field.',
  'place-missing': 'The text must hold {said}.',
  'too-long': 'With the longest values the text does not fit into one SMS: {said} characters. Make it shorter.',
  link: 'Links in an SMS come only from {where} or {site}, set apart by spaces. Take the others out.',
  signs: 'The text holds a line break or characters that cannot be seen. Write it as one line.',
};
