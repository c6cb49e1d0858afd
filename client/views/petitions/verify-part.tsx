import type { JSX } from 'preact';
import type { PetitionWords } from './petition-words.ts';

/** How anybody checks the signatures without the city's help: the public list, the program, the keys, and what to run. */
export const VerifyPart = ({ number, texts }: { number: number } & PetitionWords): JSX.Element => {
  const list = `petition-${number}-signatures.ndjson`;
  return (
    <section class="on-screen" aria-labelledby="verify">
      <h2 id="verify">{texts.verify}</h2>
      <p>{texts.verifyText}</p>
      <ul class="files">
        <li>
          <a href={`/petitions/${number}/signatures.ndjson`} download={list}>
            {texts.listFile}
          </a>{' '}
          <span class="hint">{texts.listFileHint}</span>
        </li>
        <li>
          <a href="/petitions/verify-petition.mjs" download="verify-petition.mjs">
            {texts.verifier}
          </a>{' '}
          <span class="hint">{texts.verifierHint}</span>
        </li>
        <li>
          <a href="/petitions/keys.json" download="keys.json">
            {texts.keys}
          </a>
        </li>
      </ul>
      <p>{texts.verifyHow}</p>
      <p>
        <code>{`node verify-petition.mjs ${list} --keys keys.json`}</code>
      </p>
    </section>
  );
};
