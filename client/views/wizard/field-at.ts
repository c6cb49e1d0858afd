/** Looks up a field by its dotted name: the value as typed, and the error in words. */
export type FieldAt = (name: string) => { name: string; value: string | undefined; error: string | undefined };
