const HOUR_MS = 3_600_000;
/** Texts are not sent from 21:00 to 09:00 Kyiv; a demo that begins in that time begins at 10:00 instead. */
const QUIET = { from: 21, to: 9 };
const START_HOUR = 10;

const kyiv = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Kyiv',
  hourCycle: 'h23',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
});
/** Milliseconds since midnight by the clocks of Kyiv. */
const timeOfDay = (at: number): number => {
  const [hours = 0, minutes = 0, seconds = 0] = kyiv.format(at).split(':').map(Number);
  return hours * HOUR_MS + minutes * 60_000 + seconds * 1_000 + (at % 1_000);
};
/** The next time that the clocks of Kyiv show 10:00, also over a night in which they are moved. */
function nextStart(at: number): number {
  const ahead = (START_HOUR * HOUR_MS - timeOfDay(at) + 24 * HOUR_MS) % (24 * HOUR_MS);
  const missed = START_HOUR * HOUR_MS - timeOfDay(at + ahead);
  return at + ahead + missed;
}

/**
 * How far ahead of `realNow` the demo's clock is to be, in milliseconds: as far as it was already, and further, to the next
 * 10:00 in Kyiv, where it would show an hour in which no texts are sent.
 */
export function demoShift(realNow: number, kept: number): number {
  const shown = realNow + kept;
  const hour = timeOfDay(shown) / HOUR_MS;
  return hour >= QUIET.from || hour < QUIET.to ? nextStart(shown) - realNow : kept;
}
