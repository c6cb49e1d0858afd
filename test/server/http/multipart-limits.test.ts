import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { FORM, field, file, form, measure, oddParts, partOf, useFormServer } from '../../support/posted-forms.ts';

const MIB = 1 << 20;

describe('http: forms with files that are too long or wrong', () => {
  const forms = useFormServer();
  const send = (...parts: Parameters<typeof form>) => forms.post(form(...parts), FORM);

  const endless = Buffer.alloc(MIB, 7);
  /** Posts a form that goes on for 100 MB, as a client that reads while it writes; says how it was answered and what it could send. */
  const postLarge = async (begin: Buffer) => {
    const sent = request({
      port: forms.port(),
      method: 'POST',
      headers: { 'content-type': FORM, 'transfer-encoding': 'chunked' },
    });
    let sentBytes = 0;
    const write = (chunk: Buffer) =>
      new Promise<void>((resolve, reject) => sent.write(chunk, (cause) => (cause ? reject(cause) : resolve())));
    const answered = once(sent, 'response').then(async ([response]) => ({
      status: response.statusCode,
      body: await text(response),
    }));
    await write(begin);
    for (; sentBytes < 100 * MIB; sentBytes += MIB) await write(endless);
    sent.end(form());
    return { ...(await answered), sentBytes };
  };
  it('stops at a body that is too long, keeps what came before, and answers so that the sender can read it', async () => {
    let read = 0;
    forms.expected = {
      ...forms.expected,
      async onFile({ content }) {
        for await (const piece of content) read += piece.length;
        return assert.fail('it had no end');
      },
    };
    const begin = Buffer.concat([partOf(field('text', 'Яма')), partOf(file('100mb.jpg', '')).subarray(0, -2)]);
    const { status, body, sentBytes } = await postLarge(begin);
    assert.deepEqual([status, sentBytes], [200, 100 * MIB]);
    assert.deepEqual(JSON.parse(body), {
      values: { text: 'Яма' },
      files: [['photos', '100mb.jpg', 'file.too-large']],
      isCut: true,
    });
    assert.ok(read <= 8 * MIB, `${read} bytes were handed over`);
  });
  it('answers a sender that reads nothing before it has sent all, and then hears its next request', async () => {
    const socket = connect(forms.port(), '127.0.0.1');
    const heard: string[] = [];
    socket.setEncoding('utf8').on('data', (said: string) => heard.push(said));
    const begin = partOf(file('100mb.jpg', '')).subarray(0, -2);
    const end = form(field('never', 'read'));
    const length = begin.length + 100 * MIB + 2 + end.length;
    const head = `POST / HTTP/1.1\r\nhost: x\r\ncontent-type: ${FORM}\r\ncontent-length: ${length}\r\n\r\n`;
    socket.pause().write(Buffer.concat([Buffer.from(head), begin]));
    for (let i = 0; i < 100; i += 1) if (!socket.write(endless)) await once(socket, 'drain');
    const next = form(field('next', 'one'));
    socket.write(Buffer.concat([Buffer.from('\r\n'), end]));
    socket.write(
      `POST / HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: ${FORM}\r\ncontent-length: ${next.length}\r\n\r\n`,
    );
    socket.write(next);
    socket.resume();
    await once(socket, 'close');
    const [first = '', second = ''] = heard.join('').split(/(?<=\})(?=HTTP)/);
    assert.match(first, /^HTTP\/1\.1 200 [\s\S]*"file\.too-large"[\s\S]*"isCut":true/);
    assert.match(second, /^HTTP\/1\.1 200 [\s\S]*"next":"one"/);
  });
  it('cuts off whoever sends without end', async () => {
    const begin = partOf(file('endless.jpg', '')).subarray(0, -2);
    const socket = connect(forms.port(), '127.0.0.1');
    const gone = new Promise((resolve) => socket.on('error', resolve).on('close', resolve));
    let isGone = false;
    void gone.then(() => {
      isGone = true;
    });
    const head = `POST / HTTP/1.1\r\nhost: x\r\ncontent-type: ${FORM}\r\ncontent-length: 99999999999\r\n\r\n`;
    socket.write(Buffer.concat([Buffer.from(head), begin]));
    while (!isGone)
      if (!socket.write(endless)) await Promise.race([once(socket, 'drain').catch(() => undefined), gone]);
  });

  for (const [why, body, type] of [
    ['breaks off within a file', form(file('a.jpg', 'x'.repeat(90_000))).subarray(0, 60_000), FORM],
    ['breaks off within a head', form(field('a', 'b')).subarray(0, 30), FORM],
    ['has no end', form(field('a', 'b')).subarray(0, -6), FORM],
    ['has another boundary', form(field('a', 'b')), 'multipart/form-data; boundary=other'],
    ['names no boundary', form(field('a', 'b')), 'multipart/form-data; charset=utf-8'],
    ['is nothing at all', Buffer.alloc(0), FORM],
    ['has more fields than any form', form(...Array.from({ length: 201 }, (_, i) => field(`f${i}`, ''))), FORM],
    ['has more parts than any form', form(...Array.from({ length: 301 }, (_, i) => file(`${i}`, ''))), FORM],
  ] as const)
    it(`calls a body malformed that ${why}`, async () => {
      const { status, said } = await forms.post(body, type);
      assert.deepEqual([status, said], [400, 'body.malformed']);
    });
  it('lets no file pass for whole that broke off while it waited for its turn', async () => {
    const whole: string[] = [];
    forms.expected = {
      ...forms.expected,
      async onFile(one) {
        const said = await measure(one);
        await new Promise((resume) => setTimeout(resume, 50));
        whole.push(one.name);
        return said;
      },
    };
    const body = form(file('first', 'x'), file('second', 'y'.repeat(500)), file('third', 'z'.repeat(900)));
    assert.equal((await forms.post(body.subarray(0, -600), FORM)).status, 400);
    assert.ok(!whole.includes('third'), 'the third was not whole');
  });
  it('calls what is no form unsupported', async () => {
    for (const type of [
      'application/json',
      'text/plain',
      'multipart/mixed; boundary=x',
      'application/x-www-form-urlencoded',
    ])
      assert.deepEqual((await forms.post(Buffer.from('a=b'), type)).said, 'body.unsupported');
  });
  it('calls too large what nobody types, and not what somebody might', async () => {
    assert.equal((await send(field('text', 'ї'.repeat(50_000)))).values.text?.length, 50_000);
    assert.equal((await send(field('text', 'ї'.repeat(300_000)))).said, 'body.too-large');
    assert.equal(
      (await send(...Array.from({ length: 90 }, (_, i) => field(`f${i}`, 'x'.repeat(9_000))))).said,
      'body.too-large',
    );
  });
  it('lets go of a file when its sender goes away', async () => {
    const heard = new EventEmitter();
    const [begun, ended] = [once(heard, 'begun'), once(heard, 'ended')];
    forms.expected = {
      ...forms.expected,
      async onFile({ content }) {
        for await (const _ of content) heard.emit('begun');
        return '';
      },
    };
    const { onFile } = forms.expected;
    forms.expected.onFile = (one) => onFile(one).finally(() => heard.emit('ended'));
    const sent = request({ port: forms.port(), method: 'POST', headers: { 'content-type': FORM } });
    sent.on('error', () => undefined).write(partOf(file('a.jpg', Buffer.alloc(100_000))).subarray(0, -2));
    await begun;
    sent.destroy();
    await ended;
  });
  it('bears parts that no browser sends', async () => {
    const odd = oddParts(
      '\r\nno head',
      'content-disposition: attachment; name="a"\r\n\r\nx',
      'content-disposition: form-data; filename="nameless.jpg"\r\n\r\nx',
      'content-disposition: form-data\r\n\r\nx',
      `${'x-filler: y\r\n'.repeat(5_000)}content-disposition: form-data; name="b"\r\n\r\nx`,
    );
    const { status, values, files } = await forms.post(Buffer.concat([odd, form(field('a', 'b'))]), FORM);
    assert.deepEqual([status, values, files], [200, { a: 'b' }, [['', 'nameless.jpg', '1 bytes']]]);
  });
});
