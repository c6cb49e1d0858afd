/** What the applicant typed into a form of their case that was refused, and why. */
export interface TypedWords {
  words: string;
  error: string;
}
/** The forms of a case in which its applicant says something: why it is not settled, what was asked, why it is taken back. */
export type OwnForm = 'dispute' | 'reply' | 'withdraw';
/** The form that was refused, with what was typed. */
export interface RefusedForm extends TypedWords {
  form: OwnForm;
}
/** What was typed into this very form. */
export const typedIn = (refused: RefusedForm | undefined, form: OwnForm): TypedWords | undefined =>
  refused?.form === form ? refused : undefined;
