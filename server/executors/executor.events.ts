import { byLetter, type NotificationRules } from '#server/notifications/index.ts';
import { ExecutorLetterModel } from './executor-letter.model.ts';

/** That a letter to executors, a superior or a controller was planned. */
export const LIST_MADE = 'executors.list-made';
export const SUPERIOR_TOLD = 'executors.superior-told';
export const SHEET_MADE = 'executors.sheet-made';

/** Of what staff are told by letter. */
export const executorRules: NotificationRules = {
  [LIST_MADE]: { email: 'executor.list' },
  [SUPERIOR_TOLD]: { email: 'executor.superior' },
  [SHEET_MADE]: { email: 'executor.sheet' },
};
/** Whoever a planned letter is to. */
export const readerOf = async (letterId: string) =>
  (await ExecutorLetterModel.exists({ _id: letterId })) ? [byLetter('executor-letter', letterId)] : [];
