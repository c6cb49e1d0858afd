/** The readable list of the API. */
export const apiDocs = {
  title: 'API для розробників',
  lead: 'Усе, що робить сайт, можна робити й програмою. Дати закону — РРРР-ММ-ДД за київським часом, моменти — RFC 3339 у UTC, помилки — RFC 9457.',
  document: 'Документ OpenAPI 3.1',
  documentText: 'Повний опис запитів і відповідей, зроблений з тих самих форм, що їх перевіряють:',
  who: { anyone: 'без входу', staff: 'працівник', permission: 'право {permission}' },
  replies: 'Відповідає',
  body: 'Приймає',
  parameters: 'Параметри',
  required: 'обов’язково',
};
/** Every other language has the same keys. */
export type ApiDocsTexts = Readonly<typeof apiDocs>;
