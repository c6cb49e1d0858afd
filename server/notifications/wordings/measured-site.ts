import { SAMPLE_SITE } from '#shared/domain/message-texts.ts';
import { siteOf } from '../wording.ts';

let site: string = SAMPLE_SITE;
/** Takes the address with which texts are measured, at start: the city's own once people can reach it, which they do by https alone. */
export const useMeasuredSite = (publicUrl: string): void => {
  site = publicUrl.startsWith('https:') ? siteOf(publicUrl) : SAMPLE_SITE;
};
/** The address, without a scheme. */
export const measuredSite = (): string => site;
