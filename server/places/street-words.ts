/** Kinds of streets by their Ukrainian word, with the other forms, tongues and abbreviations in which people type it. */
const KINDS: Readonly<Record<string, string>> = {
  вулиця: 'вулиці вулицю вул ул улица улицы street str st vulytsia vulitsa vul ulitsa ul',
  провулок: 'провулка провулку пров прв пер переулок lane ln provulok prov pereulok',
  площа: 'площі площу пл площадь square sq ploshcha ploscha ploshchad',
  проспект: 'проспекту просп пр пр-т пр-кт prospekt avenue ave prospect',
  бульвар: 'бульвару бульв бул б-р boulevard blvd bulvar',
  узвіз: 'узвозу узв спуск descent uzviz spusk',
  шосе: 'ш шоссе highway hwy shose shosse',
  дорога: 'дороги дорогу дор road rd doroha doroga',
  алея: 'алеї алею аллея alley aleia alleia',
  проїзд: 'проїзду проезд passage proizd proezd',
  тупик: 'тупика туп tupyk tupik',
  сквер: 'скверу skver',
  район: 'району р-н raion rayon district',
};
/** Every typed form with the Ukrainian word that it stands for. */
export const STREET_WORDS: readonly (readonly [form: string, word: string])[] = Object.entries(KINDS).flatMap(
  ([word, forms]) => [word, ...forms.split(' ')].map((form) => [form, word] as const),
);
