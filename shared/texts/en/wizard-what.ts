import type { WizardWhatTexts } from '../uk/wizard-what.ts';

/** The step that asks what it is about, in English. */
export const wizardWhat: WizardWhatTexts = {
  question: 'What happened?',
  lead: 'Find a topic by a word, or open a section. If in doubt, choose the nearest: we will put it right, and the date of the answer stays the same.',
  topic: 'Search for a topic',
  topicHint: 'For example: pothole, lamp, dogs, subsidy.',
  find: 'Find a topic',
  all: 'All topics',
  category: 'Topic',
  found: {
    one: '{n} topic found',
    few: '{n} topics found',
    many: '{n} topics found',
    other: '{n} topics found',
  },
  nothing: 'No topic was found for “{q}”. Try another word, or open a section.',
  chosen: 'Topic',
  change: 'Change the topic',
  missing: {
    categoryCode: 'Choose a topic. If none fits, choose “Something else”.',
    kind: 'Choose what you are filing.',
    'contested.decision': 'Write what exactly you contest.',
  },
  danger: {
    question: 'Is a life in danger?',
    text: 'Is a life in danger? Call: {numbers}.',
    first:
      'Fire, police, ambulance and gas services will come sooner than we can read an appeal. Come back here after: all that you entered is kept.',
    called: 'I have already called, continue',
    none: 'There is no danger, continue',
  },
  questions: {
    question: 'A few details',
    lead: 'You need not answer any of these: they help to find it and put it right sooner.',
    noAnswer: 'No answer',
    prompt: 'Choose an answer',
  },
  kind: {
    question: 'What would you like to file?',
    label: 'Kind of appeal',
    names: {
      application: 'A request or a report of a problem',
      proposal: 'A proposal',
      complaint: 'A complaint about a decision, an act or a failure to act',
    },
    hints: {
      application: 'Ask for help, or report a shortcoming or a violation. The law calls this an application.',
      proposal: 'Advise how to do better, or give your opinion.',
      complaint: 'Contest what violated your rights. It is not handled by those it is about.',
    },
    place: 'Is there a certain place?',
    addPlace: 'Say where it is',
    secret: 'This appeal will not be on the map or the site: only the city’s staff and you will see it.',
    private: 'Appeals of this kind are not shown on the map.',
  },
  complaint: {
    legend: 'About the complaint',
    department: 'Whose decision or act it is',
    departmentPrompt: 'I do not know, or it is not on the list',
    decision: 'What exactly you contest',
    decisionHint: 'Which decision, act or failure to act, and whose, if it is not on the list.',
    decidedOn: 'When it was',
    learnedOn: 'When you learned of it',
    dateHint: 'About when is enough.',
  },
  late: {
    question: 'The time for a complaint seems to be over',
    year: 'More than a year has passed since the decision.',
    month: 'More than a month has passed since you learned of it.',
    text: 'By law a complaint may be brought within a year of the decision and no later than a month after you learned of it (art. 17 of the Law on Citizens’ Appeals). If the time was missed for a good reason, the head may restore it: tell the reason in the text of the appeal. We will accept the appeal in any case.',
    next: 'I understand, continue',
    change: 'Change the dates or the kind of appeal',
  },
};
