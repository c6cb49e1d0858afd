import type { NewAppeal } from '#shared/contract/appeals.ts';
import type { AnswerResult, Channel } from '#shared/domain/appeal.ts';

/** How far a demo case has come. */
export type Stage = 'submitted' | 'registered' | 'assigned' | 'in_progress' | 'answer_review' | 'answered';
/** One invented appeal: `daysAgo` it was received, and how far it has come since. */
export interface DemoAppeal {
  daysAgo: number;
  stage: Stage;
  channel: Channel;
  result?: AnswerResult;
  draft: Pick<NewAppeal, 'kind' | 'categoryCode' | 'text'> & { address: string; name: string };
}
const row = (
  daysAgo: number,
  stage: Stage,
  channel: Channel,
  [kind, categoryCode]: [NewAppeal['kind'], string],
  name: string,
  address: string,
  text: string,
  result?: AnswerResult,
): DemoAppeal => ({ daysAgo, stage, channel, draft: { kind, categoryCode, text, address, name }, ...(result && { result }) });

/** A small believable week at the desk: new, in hand, overdue, waiting for a signature, answered. Names and events are invented. */
export const DEMO_APPEALS: readonly DemoAppeal[] = [
  row(34, 'in_progress', 'web', ['application', 'road-surface'], 'Коваль Ірина Петрівна', 'вул. Європейська, 24', 'На проїжджій частині біля зупинки глибока яма, після дощу її не видно під водою. Прошу відремонтувати покриття.'),
  row(33, 'answered', 'web', ['application', 'street-light'], 'Мельник Олег Іванович', 'вул. Софіївська, 8', 'Третій тиждень не горять два ліхтарі на розі, увечері тротуар зовсім темний.', 'resolved'),
  row(29, 'in_progress', 'phone', ['application', 'heating-water'], 'Савчук Галина Степанівна', 'вул. Академіка Вільямса, 59', 'У будинку слабкий напір холодної води на верхніх поверхах, особливо зранку.'),
  row(28, 'answered', 'web', ['proposal', 'public-transport'], 'Романюк Дмитро Сергійович', 'просп. Шевченка, 4', 'Пропоную зсунути розклад останнього трамвая на двадцять хвилин, щоб на нього встигали після вечірньої зміни.', 'explained'),
  row(26, 'answer_review', 'web', ['application', 'trees'], 'Поліщук Віра Андріївна', 'вул. Левітана, 101', 'Суха тополя нахилилася над дитячим майданчиком. Прошу оглянути дерево і прибрати аварійні гілки.'),
  row(24, 'in_progress', 'reception', ['complaint', 'city-staff'], 'Шаповал Ганна Миколаївна', 'пл. Думська, 1', 'Скаржуся на те, що на моє попереднє усне звернення не відповіли у строк, і прошу розібратися.'),
  row(21, 'answered', 'post', ['application', 'social-help'], 'Руденко Марія Василівна', 'вул. Пантелеймонівська, 12', 'Прошу роз’яснити, які документи потрібні для отримання одноразової допомоги на лікування.', 'explained'),
  row(19, 'assigned', 'web', ['application', 'rubbish'], 'Ткачук Юрій Олексійович', 'вул. Базарна, 63', 'Контейнери вивозять раз на три дні, сміття лежить поруч на тротуарі. Прошу збільшити частоту вивезення.'),
  row(16, 'in_progress', 'web', ['application', 'street-light'], 'Бойко Світлана Юріївна', 'вул. Космонавтів, 30', 'На пішохідній доріжці між будинками не працює освітлення, ходимо з ліхтариками.'),
  row(15, 'answered', 'web', ['application', 'playground'], 'Клименко Роман Вікторович', 'вул. Варненська, 15', 'На майданчику зламано гойдалку, стирчить гострий металевий кут. Прошу полагодити або демонтувати.', 'resolved'),
  row(13, 'answer_review', 'phone', ['application', 'traffic-signs'], 'Гриценко Павло Миколайович', 'вул. Велика Арнаутська, 50', 'На перехресті стерлася розмітка пішохідного переходу, водії не пропускають дітей до школи.'),
  row(12, 'in_progress', 'web', ['application', 'pollution'], 'Лук’яненко Оксана Борисівна', 'вул. Чорноморського Козацтва, 72', 'Вечорами чути різкий хімічний запах з боку промислової зони. Прошу перевірити повітря.'),
  row(9, 'assigned', 'web', ['application', 'road-surface'], 'Данилюк Тарас Олегович', 'вул. Балківська, 40', 'Після ремонту мережі покриття не відновили, на дорозі лишилася траншея з щебенем.'),
  row(8, 'registered', 'post', ['application', 'schools'], 'Яремчук Леся Іванівна', 'вул. Канатна, 87', 'Прошу повідомити, коли закінчать ремонт спортивної зали школи і де діти займатимуться до того часу.'),
  row(6, 'answered', 'web', ['application', 'rubbish'], 'Остапенко Віктор Петрович', 'вул. Жуковського, 21', 'У дворі лишили будівельне сміття після ремонту під’їзду. Прошу вивезти.', 'refused'),
  row(5, 'assigned', 'phone', ['application', 'trees'], 'Федоренко Алла Дмитрівна', 'вул. Генуезька, 5', 'Після вітру гілка лежить на тротуарі й заважає пройти з візочком.'),
  row(4, 'registered', 'web', ['proposal', 'playground'], 'Марченко Іван Павлович', 'вул. Сегедська, 12', 'Пропоную поставити лавки й тінь біля спортивного майданчика: влітку там неможливо сидіти.'),
  row(3, 'registered', 'web', ['application', 'street-light'], 'Павленко Ніна Олександрівна', 'вул. Рішельєвська, 58', 'Ліхтар біля арки блимає всю ніч просто у вікна. Прошу полагодити.'),
  row(2, 'submitted', 'web', ['application', 'road-surface'], 'Сидоренко Артем Ігорович', 'вул. Мельницька, 28', 'Просів асфальт біля люка, машини об’їжджають по зустрічній смузі.'),
  row(1, 'submitted', 'web', ['application', 'heating-water'], 'Кучер Валентина Федорівна', 'вул. Ільфа і Петрова, 33', 'У під’їзді тече труба опалення, вода стоїть у підвалі вже другий день.'),
  row(1, 'submitted', 'web', ['application', 'public-transport'], 'Гнатюк Олександр Ярославович', 'вул. Дальницька, 46', 'Маршрутка проїжджає зупинку, хоча люди піднімають руку. Прошу вплинути на перевізника.'),
  row(0, 'submitted', 'web', ['proposal', 'trees'], 'Захарченко Юлія Сергіївна', 'вул. Торгова, 14', 'Пропоную висадити дерева вздовж тротуару замість зрізаних торік, місце для них лишилося.'),
];
