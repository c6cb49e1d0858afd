import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { city } from '#shared/texts/city.ts';

describe('texts: the city that they speak of', () => {
  it('stands in one file, so that another city changes that alone', () => {
    const words = new RegExp(`${city.contactCentre}|Одес|Odesa`);
    const files = ['shared/texts', 'client'].flatMap((top) =>
      readdirSync(top, { recursive: true, encoding: 'utf8' }).map((file) => join(top, file)),
    );
    const naming = files.filter((file) => /\.tsx?$/.test(file) && words.test(readFileSync(file, 'utf8')));
    assert.deepEqual(naming, ['shared/texts/city.ts']);
  });
});
