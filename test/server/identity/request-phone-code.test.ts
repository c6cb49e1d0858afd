import assert from 'node:assert/strict';
import { ContactCodeModel } from '#server/identity/contact-code.model.ts';
import { useCity } from '../../support/api.ts';

describe('identity: many requests for a code to one number at once', () => {
  const city = useCity();

  it('send one code, and tell the others to wait', async () => {
    const ask = () => city.api.post('/api/v1/phone-codes', { phone: '067 111 22 33' });
    const answers = await Promise.all(Array.from({ length: 20 }, ask));
    assert.equal(answers.filter(({ status }) => status === 202).length, 1);
    const refused = answers.filter(({ status }) => status === 429);
    assert.equal(refused.length, 19);
    for (const { headers } of refused) assert.ok(Number(headers['retry-after']) > 0);
    assert.equal(await ContactCodeModel.countDocuments(), 1);
  });
});
