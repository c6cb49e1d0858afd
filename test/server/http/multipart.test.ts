import assert from 'node:assert/strict';
import { Problem } from '#server/platform/problem.ts';
import { FORM, field, file, form, measure, useFormServer } from '../../support/posted-forms.ts';

const MIB = 1 << 20;

describe('http: forms with files', () => {
  const forms = useFormServer();
  const send = (...parts: Parameters<typeof form>) => forms.post(form(...parts), FORM);

  it('reads what a browser posts: fields, files and Cyrillic names of both', async () => {
    const body = new FormData();
    body.append('text', 'Яма біля школи\nдруга');
    body.append('photos', new Blob([Buffer.alloc(300_000)]), 'Двір «А».jpg');
    body.append('photos', new Blob(['x']), 'b.png');
    body.append('після', 'так');
    const { status, values, files, isCut } = await forms.post(body);
    assert.deepEqual([status, values, isCut], [200, { text: 'Яма біля школи\r\nдруга', після: 'так' }, false]);
    assert.deepEqual(files, [
      ['photos', 'Двір «А».jpg', '300000 bytes'],
      ['photos', 'b.png', '1 bytes'],
    ]);
  });
  it('takes the last of a name that came twice, and no name for more than a name', async () => {
    const { values } = await send(field('a', '1'), field('__proto__', 'x'), field('a', '2'), field('constructor', 'y'));
    assert.deepEqual(Object.entries(values), [
      ['a', '2'],
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]);
  });
  it('has no file for an input that was left empty', async () => {
    const { files, values } = await send(file('', ''), field('a', '1'), file('x.jpg', ''));
    assert.deepEqual([files, values], [[['photos', 'x.jpg', '0 bytes']], { a: '1' }]);
  });
  it('reads a form without parts', async () => {
    assert.deepEqual((await send()).values, {});
  });
  it('drops folders from a name', async () => {
    const { files } = await send(file('..\\\\..\\\\x.jpg', 'x'), file('/etc/y.jpg', 'y'));
    assert.deepEqual(
      files.map(([, name]) => name),
      ['x.jpg', 'y.jpg'],
    );
  });

  it('hands over one file at a time, in order, however slow the taking is', async () => {
    let [now, most] = [0, 0];
    const order: string[] = [];
    forms.expected = {
      ...forms.expected,
      onFile: async (one) => {
        now += 1;
        most = Math.max(most, now);
        order.push(one.name);
        const said = await measure(one);
        await new Promise(setImmediate);
        now -= 1;
        return said;
      },
    };
    const names = ['a', 'b', 'c', 'd', 'e'];
    const { files } = await send(...names.map((name) => file(name, Buffer.alloc(200_000))), field('last', 'word'));
    assert.deepEqual([most, order, files.map(([, name]) => name)], [1, names, names]);
  });
  it('keeps what was typed and the other files when one is refused, however little of it was read', async () => {
    forms.expected = {
      ...forms.expected,
      onFile: async (one) => {
        if (one.name === 'bad')
          throw new Problem('fields.invalid', { errors: [{ in: 'body', path: one.field, code: 'file.heic' }] });
        if (one.name === 'late') {
          for await (const _ of one.content) throw new Problem('too-many-requests', { retryAfterS: 5 });
        }
        return measure(one);
      },
    };
    const large = Buffer.alloc(MIB);
    const { status, values, files } = await send(
      field('text', 'Яма'),
      file('bad', large),
      file('good', large),
      file('late', large),
      file('also good', 'x'),
      field('name', 'Олена'),
    );
    assert.deepEqual([status, values], [200, { text: 'Яма', name: 'Олена' }]);
    assert.deepEqual(
      files.map((one) => one.slice(1)),
      [
        ['bad', 'file.heic'],
        ['good', `${MIB} bytes`],
        ['late', 'too-many-requests'],
        ['also good', '1 bytes'],
      ],
    );
  });
  it('refuses the sixth of forty photos and passes the rest over', async () => {
    let taken = 0;
    forms.expected = { ...forms.expected, onFile: async (one) => `${++taken} ${await measure(one)}` };
    const photos = Array.from({ length: 40 }, (_, i) => file(`${i}.jpg`, Buffer.alloc(50_000)));
    const { values, files } = await send(field('text', 'Яма'), ...photos, field('after', 'so'));
    assert.deepEqual([taken, values, files.length], [5, { text: 'Яма', after: 'so' }, 6]);
    assert.deepEqual(files.at(-1), ['photos', '5.jpg', 'file.too-many']);
  });
  it('answers 500 for a bug, after which the next form is read as ever', async () => {
    forms.expected = { ...forms.expected, onFile: async () => assert.fail('a bug') };
    assert.deepEqual((await send(file('a', Buffer.alloc(MIB)), file('b', Buffer.alloc(MIB)))).said, 'internal');
    forms.expected = { ...forms.expected, onFile: measure };
    assert.equal((await send(file('a', 'x'))).status, 200);
  });
});
