import type { Article } from '#shared/texts/article.ts';
import { city } from '#shared/texts/city.ts';

/** How an appeal goes, with the terms of the law, in English. */
export const howItWorks: Article = {
  title: 'How appeals are handled',
  lead: 'Who does what with an appeal and by when, and what you can do where it was not done. The dates below are those of an appeal filed today, {today}.',
  updatedOn: '2026-11-25',
  sections: [
    {
      title: 'Step by step',
      steps: [
        {
          when: 'Today, {today}',
          title: 'The appeal is received',
          text: 'It is accepted as soon as you press “Send the appeal”. You see its number, the date of the answer and an access code. The time runs from this day, even on a day off.',
        },
        {
          when: 'The same day',
          title: 'It is registered',
          text: 'An operator sees whether all is clear and hands it to the unit that answers for the matter. A complaint is never handed to those it is about. What came on a day off is registered on the next working day.',
        },
        {
          when: 'By {forwardBy}',
          title: 'If the matter is not the city’s',
          text: 'The appeal is sent on to the body that it belongs to, and you are told to which. The time begins anew there. By the same date an appeal that lacks what a decision needs is returned, and you are told what to add.',
        },
        {
          when: 'By {days15}',
          title: 'The answer, where nothing has to be studied',
          text: 'A simple matter is settled at once, and by this date at the latest.',
        },
        {
          when: 'By {month}',
          title: 'The answer in a usual matter',
          text: 'This is the date on the page of your appeal. You may be asked something: the time does not stop for that.',
        },
        {
          when: 'By {max45}',
          title: 'The answer, where a month is not enough',
          text: 'The head sets a new date, and you are told why and by when. The law allows no longer time.',
        },
        {
          when: 'The answer',
          title: 'The head signs it',
          text: 'The answer stands on the page of the appeal as text; if you asked for it, it is sent by letter or read to you by phone. A refusal names the law it rests on and how to contest it.',
        },
        {
          when: '10 days after the answer',
          title: 'You have the last word',
          text: 'Press “Yes, it is solved” or “No, it is not” and say why, with a photo if you like. A “no” is looked into by somebody else than who answered. This is not yet a complaint in the sense of the law: how to file one is said below.',
        },
      ],
      law: 'Law “On Citizens’ Appeals”: article 5 (what is demanded), article 7 (accepting, forwarding, returning; no complaint to those it is about), articles 15, 18 and 19 (the answer), article 20 (terms). Terms are counted by articles 253 and 254 of the Civil Code: from the next day on; a term that ends on a day off ends on the next working day. 45 days are not made longer by days off. Martial law does not change these terms.',
      links: [{ to: '/clock', label: 'Reckon the term for another date' }],
    },
    {
      title: 'What the state of an appeal means',
      list: [
        'Received: we have it and register it.',
        'In work: a unit studies the matter, or does the work already.',
        'Planned until a date: the answer was given, the work is promised by the date, and the city watches its promise.',
        'Resolved: what you asked for is done.',
        'Explained: you were given an explanation.',
        'Refused: with the ground, and how to contest it.',
        'Passed to another body: that body will answer.',
        'Not considered: with the reason in words.',
        'The mark “overdue” appears with the first minute after the date.',
      ],
    },
    {
      title: 'Overdue, or you do not agree',
      text: [
        'The page of such an appeal has a document ready, with dates, messages sent and articles of law. With it you can turn:',
      ],
      list: [
        'to a higher official or the mayor, with a complaint: within a year of the decision, and within a month of the day when you learned of it;',
        'to the Ukrainian Parliament Commissioner for Human Rights: ombudsman.gov.ua, 0 800 50 17 20;',
        'to an administrative court.',
      ],
      law: 'Law “On Citizens’ Appeals”, articles 16 and 17 (the complaint and its term; the head can restore a term missed for a good reason), article 18 (your rights meanwhile), article 9: persecution for an appeal is forbidden.',
    },
    {
      title: 'When an appeal is not considered',
      list: [
        'a written appeal is anonymous: no residence, no signature, or an author who cannot be made out. On this site first and last name stand for the signature, and no electronic signature is needed;',
        'the same matter of the same person was settled on its merits by the same body;',
        'a complaint came later than the law allows;',
        'a court declared the person legally incapable: the legal representative appeals instead.',
      ],
      text: ['The head decides so, and you are told. Such appeals have a number and a state as well.'],
      law: 'Law “On Citizens’ Appeals”, articles 8 and 17.',
    },
    {
      title: 'What is not an appeal',
      questions: [
        {
          title: 'A life, health or property is in danger right now',
          text: 'Call 101, 102, 103, 104 or 112. An appeal does not replace the call, but can be filed after it.',
        },
        {
          title: 'An electronic petition',
          text: 'It is an appeal to the council under which signatures are collected. The charter of the community sets how many, and for how long. A petition that did not gather them is considered as a citizens’ appeal.',
        },
        {
          title: 'A request for public information',
          text: 'If you need a document or data that the city holds, it is a request: the answer takes 5 working days, for a request of today until {infoBy}. You need not say what for.',
        },
        {
          title: 'An application for a service or a decision',
          text: 'Permits, registrations and subsidies are handled by the law on administrative procedure, as a rule through the service centre (ЦНАП). It has its own terms.',
        },
      ],
      text: [
        'Nothing is lost if you chose wrong: we file it as it should be, keep the day of receipt and write to you.',
      ],
      law: 'Law “On Citizens’ Appeals”, articles 12 and 23-1; Law “On Access to Public Information”, article 20; Law “On Administrative Procedure”, articles 33 and 34.',
    },
    {
      title: 'What others see of it, and why not all in wartime',
      text: [
        'Nothing is published until a member of staff has looked at the appeal. Names and contacts are never published. More on the page about personal data.',
        'While martial law lasts, the map and the list do not show consequences of shelling, explosive objects, places of the military and checkpoints, nor sites of energy, gas and water. Some other things appear later. Such appeals are handled just the same, within the same time; they are only not shown.',
        'Do not take photos of the defence forces at work or of places that were hit: even in an appeal such pictures can do harm.',
      ],
      law: 'Criminal Code of Ukraine, article 114-2.',
      links: [{ to: '/privacy', label: 'Personal data' }],
    },
    {
      title: 'Questions about this page',
      text: [`Call ${city.contactCentre}, or see the answers to frequent questions.`],
      links: [{ to: '/help', label: 'Help' }],
    },
  ],
};
