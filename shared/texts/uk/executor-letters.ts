/** What letters to the city's own staff list: numbers, categories and dates, and nothing of people or of what they wrote. */
export const executorLetters = {
  sheetFile: 'prostrochene-{date}.pdf',
  parts: {
    overdue: 'Строк минув: {n}',
    soon: 'Строк упродовж трьох робочих днів: {n}',
    fresh: 'Нові від минулого переліку: {n}',
    due: 'Строк настав: {n}',
    near: 'До строку два робочі дні або менше: {n}',
  },
  line: '{number}, {category}. Виконати до {date}.',
  lineOfAll: '{number}, {category}. Виконує {department}, строк до {date}.',
  more: {
    one: 'І ще {n} звернення: усі вони в реєстрі.',
    few: 'І ще {n} звернення: усі вони в реєстрі.',
    many: 'І ще {n} звернень: усі вони в реєстрі.',
    other: 'І ще {n} звернення: усі вони в реєстрі.',
  },
  cases: { one: '{n} звернення', few: '{n} звернення', many: '{n} звернень', other: '{n} звернення' },
  sheetLine: '{department}\nПрострочено: {overdue}, із них за строком закону: {byLaw}. Найдавніше – до {date}.',
};
