import { aDayAtTheDesk } from '../support/desk-day.story.ts';

/** More than a page of a list holds would take minutes: that is the long day's, in test/soak. */
aDayAtTheDesk({ cases: 5 });
