import { city } from '#shared/texts/city.ts';
import type { HomeTexts } from '#shared/texts/uk/home.ts';

/** The home page, in English. */
export const home: HomeTexts = {
  title: 'The city will hear you',
  lead: 'Report a problem or write an appeal to the city. You see at once the number and the date by which you will be answered.',
  report: 'Report a problem',
  reportHint: 'A pothole, rubbish, a dark street, a broken bench: anything that has a place.',
  write: 'Write an appeal',
  writeHint: 'A request, a proposal or a complaint on any matter.',
  find: 'Find my appeal',
  findNumber: 'Number of the appeal',
  findHint: '10 digits, for example 2600 123 452.',
  findButton: 'Find the appeal',
  findWrong: 'There can be no such number. Check the digits.',
  figures: 'Appeals of {year}',
  figuresReceived: { one: 'received', few: 'received', many: 'received', other: 'received' },
  figuresInWork: { one: 'in work', few: 'in work', many: 'in work', other: 'in work' },
  figuresAnswered: { one: 'answered', few: 'answered', many: 'answered', other: 'answered' },
  figuresNone: 'There have been no appeals this year yet. Yours may be the first.',
  steps: 'What happens to an appeal',
  stepList: [
    {
      when: 'At once',
      title: 'You get a number and a date',
      text: 'The appeal is accepted the moment you send it. The number, the date of the answer and the access code are on the screen.',
    },
    {
      when: 'The same day',
      title: 'The appeal is registered',
      text: 'It goes to the department that answers for the matter. If the matter is not the city’s, it is passed on within 5 days.',
    },
    {
      when: 'Within 15 days or a month',
      title: 'You are answered',
      text: 'In 15 days at the most where nothing needs further study, in a month where it does. In a hard case the head may extend the time to 45 days, and you are told.',
    },
    {
      when: 'After the answer',
      title: 'The last word is yours',
      text: 'The answer is signed by the head. If you disagree, or the date has passed, the appeal’s page says where to complain next.',
    },
  ],
  law: 'What the law says',
  lawText:
    'Articles 5, 7, 15, 16 and 20 of the Law “On Citizens’ Appeals”. Time runs from the day of receipt; where the fifteenth day or the end of the month is a day off, the date moves to the next working day.',
  clock: 'Work out a date yourself',
  other: 'Rather by voice',
  otherText: `Call ${city.contactCentre}: the appeal is written down from your words, and you are told the number and the date.`,
};
