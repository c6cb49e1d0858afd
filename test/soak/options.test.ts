import assert from 'node:assert/strict';
import { soakOptions } from './options.ts';

const read = (said: string) => soakOptions(said.split(' ').filter(Boolean), ['desk-day', 'sms']);

describe('soak: its command line', () => {
  it('names a soak and may say how large it is', () => {
    assert.deepEqual(read('desk-day'), { name: 'desk-day', seed: null, messages: null, faults: null });
    assert.deepEqual(read('sms --seed 7 --messages 300 --faults 0'), {
      name: 'sms',
      seed: '7',
      messages: '300',
      faults: '0',
    });
  });
  it('says which soaks there are where none of them was named', () => {
    for (const said of ['', 'smss', 'sms desk-day', 'constructor'])
      assert.throws(() => read(said), /there are desk-day, sms; usage: npm run soak -- NAME/);
  });
  it('takes whole numbers and no other options', () => {
    assert.throws(() => read('sms --seed x'), /--seed takes a whole number, not "x"/);
    assert.throws(() => read('sms --messages 1e5'), /--messages takes a whole number/);
    assert.throws(() => read('sms --speed 5'), /--speed/);
  });
});
