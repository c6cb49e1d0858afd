import { aDayAtTheDesk } from '../support/desk-day.story.ts';

aDayAtTheDesk({ cases: 300 });
