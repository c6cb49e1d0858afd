import assert from 'node:assert/strict';
import { nameOf } from '#server/attachments/file.name.ts';

const JPEG = 'image/jpeg';

describe('attachments: the name of a file', () => {
  for (const [said, kept] of [
    ['IMG_0042.PNG', 'IMG_0042.jpg'],
    ['Яма біля школи №5.jpeg', 'Яма біля школи №5.jpg'],
    ['C:\\Users\\Олена\\фото.jpg', 'фото.jpg'],
    ['../../etc/passwd', 'passwd.jpg'],
    ['..', 'file.jpg'],
    ['', 'file.jpg'],
    ['.htaccess', 'file.jpg'],
    ['   .jpg', 'file.jpg'],
    ['photo\u202egpj.exe', 'photo gpj.jpg'],
    ['a\r\nset-cookie: b', 'a set-cookie b.jpg'],
    ['a"b<c>d|e?f*g', 'a b c d e f g.jpg'],
    ['зві\u0301т 1.2.2026.pdf', 'зві́т 1.2.2026.jpg'],
    ['\ud800', 'file.jpg'],
  ] as const)
    it(`makes ${JSON.stringify(kept)} of ${JSON.stringify(said)}`, () =>
      assert.equal(nameOf(said, JPEG), kept.normalize('NFC')));

  it('is not too long for any disk, and no letter is cut in two', () => {
    assert.equal(nameOf(`${'ї'.repeat(500)}.jpg`, JPEG), `${'ї'.repeat(100)}.jpg`);
    assert.doesNotMatch(nameOf('🙂'.repeat(500), JPEG), /\p{Cs}/u);
  });
  it('ends as what the file is', () => {
    assert.equal(nameOf('photo.jpg', 'application/pdf'), 'photo.pdf');
    assert.match(
      nameOf('photo.jpg', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'),
      /^photo\.docx$/,
    );
  });
});
