import type { JSX } from 'preact';
import { fill } from '#shared/texts/fill.ts';
import type { ApiDocsTexts } from '#shared/texts/uk/api-docs.ts';

/** One operation of the API as the list shows it. */
export interface Operation {
  id: string;
  method: string;
  path: string;
  summary: string;
  /** `anyone`, `staff`, or the name of a permission. */
  permission: string;
  parameters: readonly { name: string; isRequired: boolean }[];
  /** Names of the body's fields; empty where it takes none. */
  fields: readonly string[];
  statuses: readonly string[];
}
/** Who may knock, in words. */
const whoMay = (permission: string, texts: ApiDocsTexts): string =>
  permission === 'anyone' || permission === 'staff'
    ? texts.who[permission]
    : fill(texts.who.permission, { permission });

const Codes = ({ of }: { of: readonly string[] }): JSX.Element => (
  <>
    {of.map((code, i) => (
      <span key={code}>
        {i > 0 && ', '}
        <code>{code}</code>
      </span>
    ))}
  </>
);
const OperationCard = ({ operation, texts }: { operation: Operation; texts: ApiDocsTexts }): JSX.Element => {
  const { id, method, path, summary, permission, parameters, fields, statuses } = operation;
  return (
    <section class="operation" aria-labelledby={id}>
      <h2 id={id}>
        <code>
          <b>{method}</b> {path}
        </code>
      </h2>
      <p lang="en">{summary}</p>
      <p class="hint">{whoMay(permission, texts)}</p>
      <dl class="facts">
        {parameters.length > 0 && (
          <div>
            <dt>{texts.parameters}</dt>
            <dd>
              <Codes
                of={parameters.map(({ name, isRequired }) => (isRequired ? `${name} (${texts.required})` : name))}
              />
            </dd>
          </div>
        )}
        {fields.length > 0 && (
          <div>
            <dt>{texts.body}</dt>
            <dd>
              <Codes of={fields} />
            </dd>
          </div>
        )}
        <div>
          <dt>{texts.replies}</dt>
          <dd>
            <Codes of={statuses} />
          </dd>
        </div>
      </dl>
    </section>
  );
};

/** The endpoints one by one, for a person to read. */
export const ApiDocsPage = ({
  operations,
  texts,
}: {
  operations: readonly Operation[];
  texts: ApiDocsTexts;
}): JSX.Element => (
  <div class="column">
    <h1>{texts.title}</h1>
    <p class="lead">{texts.lead}</p>
    <p>
      {texts.documentText} <a href="/api/openapi.json">{texts.document}</a>
    </p>
    {operations.map((operation) => (
      <OperationCard key={operation.id} operation={operation} texts={texts} />
    ))}
  </div>
);
