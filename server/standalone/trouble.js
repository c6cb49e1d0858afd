/** Something that may well go wrong on a person's machine: the message is the whole story, told to them without a stack. */
export class Trouble extends Error {}
