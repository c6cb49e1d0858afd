import { Types } from 'mongoose';
import { now } from '#server/platform/clock.ts';
import { TemplateModel, TemplateVersionModel, versionId } from '#server/templates/index.ts';
import type { TemplateContent } from '#shared/contract/templates.ts';

const LAW = 'Закону України «Про звернення громадян»';
const ROUTE = `Цю відмову можна оскаржити до міського голови або до суду (стаття 16 ${LAW}).`;
const PLAIN = { result: null, ground: null, appealRoute: null, categoryCode: null, isActive: true } as const;
const answer = (
  result: NonNullable<TemplateContent['result']>,
  name: string,
  text: string,
  more: Partial<TemplateContent> = {},
): TemplateContent => ({ ...PLAIN, use: 'answer', result, name, text, ...more });
const notice = (
  use: TemplateContent['use'],
  name: string,
  text: string,
  ground: TemplateContent['ground'] = null,
): TemplateContent => ({ ...PLAIN, use, name, text, ground });

/** The words that a new city starts with; they are data, to be changed by the city. */
export const TEMPLATES: readonly TemplateContent[] = [
  answer(
    'resolved',
    'Роботи виконано',
    'За вашим зверненням № {номер} ({тема}; {місце}) роботи виконано: [[що зроблено]]. Результат перевірено на місці.',
  ),
  answer(
    'resolved',
    'Яму полагоджено',
    'За вашим зверненням № {номер} пошкоджене покриття за адресою {місце} відремонтовано, рух безпечний. Якщо пошкодження з’явиться знову, повідомте нас.',
    { categoryCode: 'road-surface' },
  ),
  answer(
    'resolved',
    'Освітлення відновлено',
    'За вашим зверненням № {номер} освітлення за адресою {місце} відновлено. Якщо світло знову зникне, повідомте нас.',
    { categoryCode: 'street-light' },
  ),
  answer(
    'explained',
    'Роботи заплановано',
    'Ваше звернення № {номер} ({тема}; {місце}) розглянуто. Роботи внесено до плану: [[що й коли буде зроблено]]. Про виконання повідомимо.',
  ),
  answer(
    'explained',
    'Роз’яснення порядку',
    'На ваше звернення № {номер}, яке надійшло {надійшло}, роз’яснюємо: [[у чому полягає порядок і куди звернутися]].',
  ),
  answer(
    'refused',
    'Відмова з мотивами',
    `Ваше звернення № {номер} ({тема}) розглянуто. Задовольнити його немає підстав, оскільки [[мотиви з посиланням на норму]]. Рішення ухвалено відповідно до статті 15 ${LAW}.`,
    { appealRoute: ROUTE },
  ),
  answer(
    'refused',
    'Територія співвласників будинку',
    'Ваше звернення № {номер} розглянуто. Територія за адресою {місце} належить співвласникам будинку, тому місто не може утримувати її своїм коштом, оскільки це обов’язок співвласників (стаття 7 Закону України «Про особливості здійснення права власності у багатоквартирному будинку»).',
    { appealRoute: ROUTE },
  ),
  notice(
    'inquiry',
    'Попросити уточнити місце',
    'Щоб розглянути ваше звернення № {номер}, уточніть, будь ласка, де саме це є: [[що уточнити]]. Строк розгляду, {строк}, не зупиняється.',
  ),
  notice(
    'interim',
    'Проміжна відповідь: роботи тривають',
    'За вашим зверненням № {номер} роботи тривають: [[що зроблено і що залишилося]]. Остаточну відповідь надамо до {строк}.',
  ),
  notice(
    'extension',
    'Потрібне додаткове вивчення',
    'Питання потребує додаткового вивчення: [[що саме й чому не можна вирішити за місяць]].',
  ),
  notice(
    'forwarding',
    'Не належить до повноважень міста',
    `Питання вашого звернення № {номер} не належить до повноважень міської ради, тому за статтею 7 ${LAW} його надіслано за належністю.`,
  ),
  notice(
    'returning',
    'Немає обов’язкових відомостей',
    `Звернення повертаємо, оскільки в ньому немає відомостей, яких вимагає стаття 5 ${LAW}: [[яких саме]]. Додайте їх і подайте звернення знову.`,
    'formal',
  ),
  notice(
    'returning',
    'Замало даних для рішення',
    `Звернення повертаємо за частиною третьою статті 7 ${LAW}: у ньому немає даних, потрібних для обґрунтованого рішення, а саме [[яких саме]].`,
    'insufficient',
  ),
  notice(
    'termination',
    'Повторне з того самого питання',
    `За рішенням керівника розгляд припинено за статтею 8 ${LAW}: перше звернення з цього питання від того самого громадянина вирішено по суті [[коли і під яким номером]].`,
    'repeat',
  ),
];

const idOf = (at: number): Types.ObjectId => new Types.ObjectId((0x7e_00_00 + at).toString(16).padStart(24, '0'));
/** Puts the first words there; what the city has made of them since stays. */
export async function seedTemplates(): Promise<void> {
  const savedAt = now();
  for (const [at, content] of TEMPLATES.entries()) {
    const _id = idOf(at);
    const first = { ...content, version: 1 };
    const kept = await TemplateModel.updateOne({ _id }, { $setOnInsert: first }, { upsert: true });
    if (kept.upsertedCount === 0) continue;
    const version = { ...first, templateId: _id, savedById: 'seed', savedAt };
    await TemplateVersionModel.updateOne(
      { _id: versionId(String(_id), 1) },
      { $setOnInsert: version },
      { upsert: true },
    );
  }
}
