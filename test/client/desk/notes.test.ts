import assert from 'node:assert/strict';
import { reasonsOf } from '#client/desk/card/like-cases.tsx';
import { piecesOf } from '#client/desk/notes/note-words.tsx';
import { words as en } from '#client/desk/words.en.ts';
import { words as uk } from '#client/desk/words.uk.ts';
import type { LikeCase } from '#shared/contract/register.ts';

const like = (over: Partial<LikeCase>, receivedAt = '2026-03-10T22:30:00Z'): LikeCase => ({
  found: { receivedAt } as LikeCase['found'],
  metres: null,
  isSameCategory: false,
  isSamePeople: false,
  isTextAlike: false,
  isSameText: false,
  answeredOn: null,
  mayTakeIn: true,
  ...over,
});

describe('desk: notes and likely duplicates', () => {
  it('sets off the words that name somebody, the longest that fit, and nothing else', () => {
    assert.deepEqual(piecesOf('@olena, @olena.k і @olena?', ['@olena', '@olena.k']), [
      '',
      '@olena',
      ', ',
      '@olena.k',
      ' і ',
      '@olena',
      '?',
    ]);
    assert.deepEqual(piecesOf('ціна (3+4)*2 @a.b', ['@a.b']), ['ціна (3+4)*2 ', '@a.b', '']);
    assert.deepEqual(piecesOf('нікого', []), ['нікого']);
  });
  it('says in words why cases may be about the same, by days of Kyiv', () => {
    const inUkrainian = { lang: 'uk', words: uk, today: () => '2026-03-14' } as const;
    const near = like({ metres: 42, isSameCategory: true });
    assert.equal(reasonsOf(near, inUkrainian), '42 м, та сама категорія, 3 дні тому');
    const again = like({ isSamePeople: true, isTextAlike: true }, '2026-03-14T06:00:00Z');
    assert.equal(reasonsOf(again, inUkrainian), 'той самий заявник, схожий текст, сьогодні');
    const inEnglish = { lang: 'en', words: en, today: () => '2026-03-12' } as const;
    assert.equal(
      reasonsOf(like({ metres: 0, isSameCategory: true }), inEnglish),
      'the same place, the same category, 1 day ago',
    );
  });
});
