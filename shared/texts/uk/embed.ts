/** The map as it stands in a frame on another site. */
export const embed = {
  title: 'Мапа звернень',
  whole: 'Відкрити мапу і список',
  report: 'Повідомити про проблему',
  open: 'Відкрити звернення',
};
/** Every other language has the same keys. */
export type EmbedTexts = Readonly<typeof embed>;
