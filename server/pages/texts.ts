import { apiDocs as apiDocsEn } from '#shared/texts/en/api-docs.ts';
import { appealForm as appealFormEn } from '#shared/texts/en/appeal-form.ts';
import { caseNotices as caseNoticesEn } from '#shared/texts/en/case-notices.ts';
import { casePage as casePageEn } from '#shared/texts/en/case-page.ts';
import { cases as casesEn } from '#shared/texts/en/cases.ts';
import { clock as clockEn } from '#shared/texts/en/clock.ts';
import { common as commonEn } from '#shared/texts/en/common.ts';
import { embed as embedEn } from '#shared/texts/en/embed.ts';
import { home as homeEn } from '#shared/texts/en/home.ts';
import { letterLink as letterLinkEn } from '#shared/texts/en/letter-link.ts';
import { map as mapEn } from '#shared/texts/en/map.ts';
import { messageStatistics as messageStatisticsEn } from '#shared/texts/en/message-statistics.ts';
import { my as myEn } from '#shared/texts/en/my.ts';
import { myMessages as myMessagesEn } from '#shared/texts/en/my-messages.ts';
import { myPetitions as myPetitionsEn } from '#shared/texts/en/my-petitions.ts';
import { news as newsEn } from '#shared/texts/en/news.ts';
import { openData as openDataEn } from '#shared/texts/en/open-data.ts';
import { petitionEid as petitionEidEn } from '#shared/texts/en/petition-eid.ts';
import { petitionNews as petitionNewsEn } from '#shared/texts/en/petition-news.ts';
import { petitionReasons as petitionReasonsEn } from '#shared/texts/en/petition-reasons.ts';
import { petitionSigning as petitionSigningEn } from '#shared/texts/en/petition-signing.ts';
import { petitionWaiting as petitionWaitingEn } from '#shared/texts/en/petition-waiting.ts';
import { petitionWithdrawal as petitionWithdrawalEn } from '#shared/texts/en/petition-withdrawal.ts';
import { petitionWriting as petitionWritingEn } from '#shared/texts/en/petition-writing.ts';
import { petitions as petitionsEn } from '#shared/texts/en/petitions.ts';
import { problemPages as problemPagesEn } from '#shared/texts/en/problem-pages.ts';
import { problems as problemsEn } from '#shared/texts/en/problems.ts';
import { received as receivedEn } from '#shared/texts/en/received.ts';
import { report as reportEn } from '#shared/texts/en/report.ts';
import { shortLink as shortLinkEn } from '#shared/texts/en/short-link.ts';
import { signing as signingEn } from '#shared/texts/en/signing.ts';
import { statistics as statisticsEn } from '#shared/texts/en/statistics.ts';
import { verifyLetter as verifyLetterEn } from '#shared/texts/en/verify-letter.ts';
import { wizard as wizardEn } from '#shared/texts/en/wizard.ts';
import { wizardCheck as wizardCheckEn } from '#shared/texts/en/wizard-check.ts';
import { wizardDetails as wizardDetailsEn } from '#shared/texts/en/wizard-details.ts';
import { wizardNearby as wizardNearbyEn } from '#shared/texts/en/wizard-nearby.ts';
import { wizardWhat as wizardWhatEn } from '#shared/texts/en/wizard-what.ts';
import { wizardWhere as wizardWhereEn } from '#shared/texts/en/wizard-where.ts';
import { wizardYou as wizardYouEn } from '#shared/texts/en/wizard-you.ts';
import { work as workEn } from '#shared/texts/en/work.ts';
import type { Lang } from '#shared/texts/plural.ts';
import { apiDocs } from '#shared/texts/uk/api-docs.ts';
import { appealForm } from '#shared/texts/uk/appeal-form.ts';
import { caseNotices } from '#shared/texts/uk/case-notices.ts';
import { casePage } from '#shared/texts/uk/case-page.ts';
import { cases } from '#shared/texts/uk/cases.ts';
import { clock } from '#shared/texts/uk/clock.ts';
import { common } from '#shared/texts/uk/common.ts';
import { embed } from '#shared/texts/uk/embed.ts';
import { home } from '#shared/texts/uk/home.ts';
import { letterLink } from '#shared/texts/uk/letter-link.ts';
import { map } from '#shared/texts/uk/map.ts';
import { messageStatistics } from '#shared/texts/uk/message-statistics.ts';
import { my } from '#shared/texts/uk/my.ts';
import { myMessages } from '#shared/texts/uk/my-messages.ts';
import { myPetitions } from '#shared/texts/uk/my-petitions.ts';
import { news } from '#shared/texts/uk/news.ts';
import { openData } from '#shared/texts/uk/open-data.ts';
import { petitionEid } from '#shared/texts/uk/petition-eid.ts';
import { petitionNews } from '#shared/texts/uk/petition-news.ts';
import { petitionReasons } from '#shared/texts/uk/petition-reasons.ts';
import { petitionSigning } from '#shared/texts/uk/petition-signing.ts';
import { petitionWaiting } from '#shared/texts/uk/petition-waiting.ts';
import { petitionWithdrawal } from '#shared/texts/uk/petition-withdrawal.ts';
import { petitionWriting } from '#shared/texts/uk/petition-writing.ts';
import { petitions } from '#shared/texts/uk/petitions.ts';
import { problemPages } from '#shared/texts/uk/problem-pages.ts';
import { problems } from '#shared/texts/uk/problems.ts';
import { received } from '#shared/texts/uk/received.ts';
import { report } from '#shared/texts/uk/report.ts';
import { shortLink } from '#shared/texts/uk/short-link.ts';
import { signing } from '#shared/texts/uk/signing.ts';
import { statistics } from '#shared/texts/uk/statistics.ts';
import { verifyLetter } from '#shared/texts/uk/verify-letter.ts';
import { wizard } from '#shared/texts/uk/wizard.ts';
import { wizardCheck } from '#shared/texts/uk/wizard-check.ts';
import { wizardDetails } from '#shared/texts/uk/wizard-details.ts';
import { wizardNearby } from '#shared/texts/uk/wizard-nearby.ts';
import { wizardWhat } from '#shared/texts/uk/wizard-what.ts';
import { wizardWhere } from '#shared/texts/uk/wizard-where.ts';
import { wizardYou } from '#shared/texts/uk/wizard-you.ts';
import { work } from '#shared/texts/uk/work.ts';

const uk = {
  apiDocs,
  appealForm,
  caseNotices,
  casePage,
  cases,
  clock,
  common,
  embed,
  home,
  letterLink,
  map,
  messageStatistics,
  my,
  myMessages,
  myPetitions,
  news,
  openData,
  petitionSigning,
  petitionWaiting,
  petitionWriting,
  petitionReasons,
  petitions,
  petitionEid,
  petitionNews,
  petitionWithdrawal,
  problemPages,
  problems,
  report,
  shortLink,
  signing,
  statistics,
  verifyLetter,
  wizard,
  wizardWhere,
  wizardWhat,
  wizardNearby,
  received,
  wizardDetails,
  wizardYou,
  wizardCheck,
  work,
};
/** The words of all public pages in one language. */
export type PageTexts = Readonly<typeof uk>;

/** The words of all public pages, by language. */
export const TEXTS: Readonly<Record<Lang, PageTexts>> = {
  uk,
  en: {
    apiDocs: apiDocsEn,
    appealForm: appealFormEn,
    caseNotices: caseNoticesEn,
    casePage: casePageEn,
    cases: casesEn,
    clock: clockEn,
    common: commonEn,
    embed: embedEn,
    home: homeEn,
    letterLink: letterLinkEn,
    map: mapEn,
    messageStatistics: messageStatisticsEn,
    my: myEn,
    myMessages: myMessagesEn,
    myPetitions: myPetitionsEn,
    news: newsEn,
    openData: openDataEn,
    petitionSigning: petitionSigningEn,
    petitionWaiting: petitionWaitingEn,
    petitionWriting: petitionWritingEn,
    petitionReasons: petitionReasonsEn,
    petitions: petitionsEn,
    petitionEid: petitionEidEn,
    petitionNews: petitionNewsEn,
    petitionWithdrawal: petitionWithdrawalEn,
    problemPages: problemPagesEn,
    problems: problemsEn,
    report: reportEn,
    shortLink: shortLinkEn,
    signing: signingEn,
    statistics: statisticsEn,
    verifyLetter: verifyLetterEn,
    wizard: wizardEn,
    wizardWhere: wizardWhereEn,
    wizardWhat: wizardWhatEn,
    wizardNearby: wizardNearbyEn,
    received: receivedEn,
    wizardDetails: wizardDetailsEn,
    wizardYou: wizardYouEn,
    wizardCheck: wizardCheckEn,
    work: workEn,
  },
};
