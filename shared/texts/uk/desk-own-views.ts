/** Lists that somebody keeps for themselves at the desk. */
export const deskOwnViews = {
  rail: 'Мої добірки',
  keep: 'Зберегти добірку',
  title: 'Зберегти добірку',
  lead: 'Вона стоятиме ліворуч лише у вас, з лічильником.',
  name: 'Назва добірки',
  save: 'Зберегти',
  saving: 'Зберігаємо…',
  cancel: 'Скасувати',
  remove: 'Прибрати добірку «{name}»',
};
export type DeskOwnViewsTexts = typeof deskOwnViews;
