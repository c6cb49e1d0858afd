import type { CheckSection, Said } from '#client/views/wizard/check-summary.tsx';
import { anyCategoryOf, categoryOf, departmentOf } from '#server/catalogue/index.ts';
import type { FormValues } from '#server/http/form.ts';
import { districtOf, streetById } from '#server/places/index.ts';
import type { CategoryQuestion } from '#shared/contract/catalogue.ts';
import { APPEAL_KINDS, REPLY_WAYS } from '#shared/domain/appeal.ts';
import { isLegalDate } from '#shared/domain/legal-clock/legal-date.ts';
import { readPhone, spacedPhone } from '#shared/domain/phone.ts';
import { dateInFull } from '#shared/texts/dates.ts';
import type { Lang } from '#shared/texts/plural.ts';
import type { PageTexts } from '../texts.ts';
import { peopleIn } from './co-applicants.ts';

/** What the last step tells of a draft, and in which words. */
interface Telling {
  values: FormValues;
  words: PageTexts;
  lang: Lang;
}
type Part = (telling: Telling) => Said[];

/** Labels and values without those that were left empty. */
const given = (...pairs: readonly (readonly [label: string, value: string | undefined])[]): Said[] =>
  pairs.flatMap(([label, value]) => (value?.trim() ? [{ label, value: value.trim() }] : []));
const nameIn = (values: FormValues, who: string): string =>
  ['lastName', 'firstName', 'patronymic'].flatMap((part) => values[`${who}.${part}`]?.trim() || []).join(' ');
const dateOf = (typed: string | undefined, lang: Lang): string | undefined =>
  typed && isLegalDate(typed) ? dateInFull(lang, typed) : typed;
const phoneOf = (typed: string | undefined): string | undefined => {
  const { e164 } = readPhone(typed ?? '');
  return e164 ? spacedPhone(e164) : typed;
};

const place: Part = ({ values, words, lang }) => {
  const { appealForm: names, wizardCheck: texts } = words;
  const [lng, lat] = [values['place.point.coordinates.0'], values['place.point.coordinates.1']].map(Number);
  const isPinned = Number.isFinite(lng) && Number.isFinite(lat);
  const street = streetById(values['place.streetId'] ?? '');
  const said = given(
    [names.address, values['place.address']],
    [texts.street, values['place.address'] ? undefined : (street?.[lang === 'en' ? 'en' : 'name'] ?? street?.name)],
    [texts.district, districtOf(values['place.districtCode'] ?? '')?.[lang]],
    [names.placeDescription, values['place.description']],
    [texts.pin, isPinned ? `${lat?.toFixed(5)}, ${lng?.toFixed(5)}` : undefined],
  );
  return said.length > 0 ? said : [{ label: texts.place, value: texts.noPlace }];
};

function answerTo({ type, options }: CategoryQuestion, answer: string | undefined, { words, lang }: Telling) {
  if (type === 'yes_no') return answer === 'yes' ? words.common.yes : answer === 'no' ? words.common.no : answer;
  return options.find(({ code }) => code === answer)?.[lang] ?? answer;
}
const matter: Part = (telling) => {
  const { values, words, lang } = telling;
  const { appealForm: names, cases } = words;
  const kind = APPEAL_KINDS.find((known) => known === values.kind);
  const category = categoryOf(values.categoryCode ?? '');
  const root = anyCategoryOf(category?.parentCode ?? '');
  const isComplaint = kind === 'complaint';
  return given(
    [names.kind, kind && cases.kinds[kind]],
    [names.category, category && [root?.[lang], category[lang]].filter(Boolean).join(' · ')],
    ...(category?.questions ?? []).map(
      (question) => [question[lang], answerTo(question, values[`answers.${question.code}`], telling)] as const,
    ),
    ...(isComplaint
      ? ([
          [names.decision, values['contested.decision']],
          [names.contestedDepartment, departmentOf(values['contested.departmentId'] ?? '')?.[lang]],
          [names.decidedOn, dateOf(values['contested.decidedOn'], lang)],
          [names.learnedOn, dateOf(values['contested.learnedOn'], lang)],
        ] as const)
      : []),
  );
};
const details = (telling: Telling, fileNames: readonly string[]): Said[] => {
  const { values, words } = telling;
  const { wizardDetails, wizardCheck: texts } = words;
  const together = Array.from({ length: peopleIn(values) }, (_, i) => nameIn(values, `coApplicants.${i}`));
  const proxy = [nameIn(values, 'representative'), values['representative.basis']].filter(Boolean).join(', ');
  return given(
    [wizardDetails.text, values.text],
    [texts.files, fileNames.join('\n')],
    [texts.together, together.filter(Boolean).join('\n')],
    [texts.proxy, proxy],
    [texts.benefit, values.benefit && texts.benefitStated],
  );
};
const person: Part = ({ values, words: { appealForm: names, wizardYou, wizardCheck } }) => {
  const isByProxy = Object.keys(values).some((name) => name.startsWith('representative.'));
  return given(
    [isByProxy ? wizardYou.forWhom : wizardCheck.sections.person, nameIn(values, 'applicant')],
    [names.residence, values['applicant.residence']],
  );
};
const contact: Part = ({ values, words: { appealForm: names, wizardYou, wizardCheck: texts } }) => {
  const replyBy = REPLY_WAYS.find((way) => way === values.replyBy) ?? 'page';
  const wishes = [values['consents.sms'] && names.sms, values['consents.publication'] && names.publication];
  return given(
    [names.phone, phoneOf(values['contact.phone'])],
    [names.email, values['contact.email']],
    [names.landline, values['contact.landline']],
    [names.postal, values['contact.postal']],
    [wizardYou.helperPhone, phoneOf(values.helperPhone)],
    [names.replyBy, names.replyWays[replyBy]],
    [texts.wishes, wishes.filter(Boolean).join('\n') || texts.wishesNone],
  );
};

/** Everything of a new appeal, a section a step; `address` makes a step's own path whole. */
export function saidOfAppeal(
  telling: Telling,
  fileNames: readonly string[],
  address: (step: 'where' | 'what' | 'details' | 'you') => string,
): CheckSection[] {
  const { sections } = telling.words.wizardCheck;
  return [
    { title: sections.place, change: address('where'), said: place(telling) },
    { title: sections.matter, change: address('what'), said: matter(telling) },
    { title: sections.details, change: address('details'), said: details(telling, fileNames) },
    ...saidOfPerson(telling, address('you')),
  ];
}
/** Who files or joins, and how to answer them. */
export function saidOfPerson(telling: Telling, change: string): CheckSection[] {
  const { sections } = telling.words.wizardCheck;
  return [
    { title: sections.person, change, said: person(telling) },
    { title: sections.contact, change: `${change}#contact`, said: contact(telling) },
  ];
}
