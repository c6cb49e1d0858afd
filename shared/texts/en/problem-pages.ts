import { city } from '#shared/texts/city.ts';
import type { ProblemPageTexts } from '#shared/texts/uk/problem-pages.ts';

/** What a person reads instead of a page that could not be shown, in English. */
export const problemPages: ProblemPageTexts = {
  notFound: {
    title: 'There is no such page',
    text: 'The address may be mistyped, or the page may be gone. Nothing that you filed is lost.',
  },
  notAllowed: {
    title: 'This cannot be done',
    text: 'The request came from another site, or you have no right to this. Go back and try again from our page.',
  },
  tooMany: {
    title: 'Too many tries in a row',
    text: 'Wait {seconds} s and try again. If you were filling in a form, go back: what you typed is still there.',
  },
  unavailable: {
    title: 'We cannot show this page for the moment',
    text: 'A part of the system is down and is being brought back. Appeals that were filed are kept, and their dates have not changed. Try again in a minute.',
  },
  overloaded: {
    title: 'Many people are here just now',
    text: 'Try again in {seconds} s: the page opens as soon as the queue is shorter. Appeals that were filed are kept, and a new one can be filed even now.',
  },
  overloadedForm: {
    title: 'Many people are here just now',
    text: 'Nothing was written down this time, and nothing that you filed before is lost. Go back: what you typed is still in the form. Send it again in {seconds} s.',
  },
  wrongRequest: {
    title: 'The request could not be read',
    text: 'Go back and send the form again: what you typed is still there.',
  },
  signIn: {
    title: 'Sign in first',
    text: 'Open the appeal with its number and access code, or sign in with a code sent to your phone.',
  },
  internal: {
    title: 'Something went wrong',
    text: 'The mistake is ours, and we already know about it. If you were sending a form, go back and try again: one appeal is never registered twice.',
  },
  again: 'Try again',
  waitFor: 'A new code can be asked for in {seconds} s.',
  urgent: `If the matter cannot wait, call ${city.contactCentre}.`,
};
