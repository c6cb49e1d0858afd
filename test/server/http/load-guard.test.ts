import assert from 'node:assert/strict';
import type { LoadClass } from '#server/http/load-classes.ts';
import { BEAT_MS, LoadGuard } from '#server/http/load-guard.ts';

const DELAY_MS = 100;
const MOST = { dear: 8, plain: 16, vital: 4 };
const [LATE, BLOCKED, BETWEEN, IN_TIME] = [150, 1_000, 80, 20];

describe('http: what a process lets in', () => {
  let now = 0;
  let guard: LoadGuard;
  beforeEach(() => {
    now = 0;
    guard = new LoadGuard({ delayMs: DELAY_MS, most: MOST }, () => now);
  });
  const beat = (lateMs: number, times = 1): void => {
    for (let i = 0; i < times; i += 1) {
      now += BEAT_MS;
      guard.beat(lateMs);
    }
  };
  /** How many of so many requests are let in; they stay. */
  const enter = (of: LoadClass, count: number): number =>
    Array.from({ length: count }, () => guard.enter(of)).filter((waitS) => waitS === 0).length;
  const leave = (of: LoadClass, count: number): void => {
    for (let i = 0; i < count; i += 1) guard.leave(of);
  };
  const room = () => guard.figures().room;

  it('lets in what each class has room for, and tells the others when to come', () => {
    for (const of of ['dear', 'plain', 'vital'] as const) {
      assert.equal(enter(of, MOST[of]), MOST[of]);
      const waitS = guard.enter(of);
      assert.ok(waitS >= 2 && waitS <= 10, String(waitS));
      guard.leave(of);
      assert.equal(guard.enter(of), 0);
    }
    assert.deepEqual(guard.figures().shed, { dear: 1, plain: 1, vital: 1 });
  });
  it('gives up what is dear first, then what is plain, and never what is vital', () => {
    enter('dear', MOST.dear);
    enter('plain', MOST.plain);
    beat(BLOCKED);
    assert.deepEqual(room(), { ...MOST, dear: 0 });
    beat(BLOCKED);
    assert.deepEqual(room(), { dear: 0, plain: 1, vital: MOST.vital });
    beat(BLOCKED, 20);
    assert.deepEqual(room(), { dear: 0, plain: 0, vital: MOST.vital });
    assert.equal(enter('vital', MOST.vital), MOST.vital);
  });
  it('keeps one place of each class while the loop is late but not blocked', () => {
    enter('dear', 5);
    beat(LATE, 20);
    assert.deepEqual([room().dear, room().plain], [1, 1]);
  });
  it('takes away what is used, so that it helps at once', () => {
    enter('dear', 3);
    leave('dear', 3);
    beat(LATE);
    assert.equal(room().dear, 2);
  });
  it('moves nothing between the two marks', () => {
    enter('dear', 6);
    beat(LATE);
    const before = room();
    beat(BETWEEN, 20);
    assert.deepEqual(room(), before);
  });
  it('is itself again within ten seconds, the cheaper class first', () => {
    enter('dear', 8);
    beat(BLOCKED, 20);
    leave('dear', 8);
    const beats = 10_000 / BEAT_MS;
    beat(IN_TIME);
    assert.ok(room().plain > 0 && room().dear === 0);
    beat(IN_TIME, beats - 1);
    assert.deepEqual(room(), MOST);
  });
  it('sees a loop that stood still before any beat does', () => {
    now += BEAT_MS + BLOCKED;
    assert.equal(enter('dear', 5), 0);
    assert.equal(enter('vital', 2), 2);
    assert.equal(enter('plain', 2), 2);
  });
  it('lets in as many vital requests again where their page says by itself that they have to wait', () => {
    enter('vital', MOST.vital);
    const beyond = Array.from({ length: 10 }, () => guard.enterBeyond('vital')).filter(Boolean);
    assert.equal(beyond.length, MOST.vital);
  });
  it('lets the work of others in as far as there is room, however many are told to wait', () => {
    enter('vital', MOST.vital);
    for (let i = 0; i < MOST.vital; i += 1) guard.enterBeyond('vital');
    leave('vital', 1);
    assert.equal(guard.enter('vital'), 0);
    assert.equal(guard.enterBeyond('vital'), false);
    guard.leaveBeyond('vital');
    assert.equal(guard.enterBeyond('vital'), true);
  });
  it('calls a crowd back by turns, no more in a second than it has room for, and nobody after a minute', () => {
    enter('vital', MOST.vital);
    const told = Array.from({ length: 50 * MOST.vital }, () => guard.enter('vital'));
    const calledIn = (from: number, to: number) => told.filter((waitS) => waitS >= from && waitS < to).length;
    for (let at = 0; at < 60; at += 5) assert.ok(calledIn(at, at + 5) <= 2 * 5 * MOST.vital, String(at));
    told.push(...Array.from({ length: 1_000 }, () => guard.enter('vital')));
    assert.ok(Math.max(...told) <= 60 && Math.min(...told) >= 2, `${Math.min(...told)} ${Math.max(...told)}`);
    now += 120_000;
    assert.ok(guard.enter('vital') <= 5, 'nobody waits before them any more');
  });
});
