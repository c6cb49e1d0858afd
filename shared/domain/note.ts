/** How long somebody may change or withdraw their own note, in minutes; then it stays as it is. */
export const NOTE_MINUTES = 10;
/** The longest note, in UTF-16 units. */
export const NOTE_MAX = 4_000;
