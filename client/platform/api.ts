import type { Brought, Endpoint, RequestPart, Written } from '#shared/contract/endpoint.ts';
import type { FieldError, ProblemCode } from '#shared/domain/problems.ts';

/** A wrong field, with the server's words for it. */
export type WrongField = Pick<FieldError, 'path' | 'code'> & { message: string };
/** A refusal as it travels (RFC 9457); members of one kind of refusal alone, such as `current`, are read by those who know it. */
export interface ProblemDocument extends Readonly<Record<string, unknown>> {
  status: number;
  code: ProblemCode;
  /** In words, in the language of the page. */
  title: string;
  errors?: readonly WrongField[];
}
/** A refusal by the server, in the server's words: `errors` names what to put right. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly problem: ProblemDocument;
  constructor(problem: ProblemDocument) {
    super(problem.title);
    this.problem = problem;
  }
}
/** No answer came, or none of ours: nobody knows whether the request was carried out, and trying again is right. */
export class Offline extends Error {
  override readonly name = 'Offline';
}

/** The parts of a request that its endpoint has, as the client writes them. */
export type Parts<E> = { [Part in RequestPart as Written<E, Part> extends undefined ? never : Part]: Written<E, Part> };

/** How long an answer is waited for, in milliseconds. */
const PATIENCE_MS = 20_000;
type Values = Readonly<Record<string, unknown>>;

const strings = (values: Values): [string, string][] =>
  Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));

/** An endpoint's path with its parameters and query in it. */
export function addressOf(path: string, params: Values, query: Values = {}): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const search = new URLSearchParams(strings(query)).toString();
  return search ? `${filled}?${search}` : filled;
}
/** The words of an answer are in the language of the page. */
export const inPageLanguage = (): { 'accept-language': string } => ({
  'accept-language': document.documentElement.lang,
});
/** What an answer brought: the reply where `isDone`; throws a `Refusal` for a problem of ours, and `Offline` for anybody else's answer. */
export function brought<E extends Endpoint>(
  reply: unknown,
  { status, isDone }: { status: number; isDone: boolean },
): Brought<E> {
  if (isDone) return reply as Brought<E>;
  if (isProblem(reply)) throw new Refusal(reply);
  throw new Offline(`${status} from somebody else`);
}
const isProblem = (reply: unknown): reply is ProblemDocument =>
  typeof reply === 'object' && reply !== null && 'code' in reply && 'title' in reply;

/**
 * Calls one endpoint of the contract with the session of the page. The reply's type is the contract's; the server has
 * already checked it. Throws a `Refusal` for what the server refuses, and `Offline` where no answer of ours came.
 */
export async function call<const E extends Endpoint>({ method, path }: E, parts: Parts<E>): Promise<Brought<E>> {
  const { params = {}, query = {}, headers = {}, body } = parts as Partial<Record<RequestPart, Values>>;
  try {
    const response = await fetch(addressOf(path, params, query), {
      method,
      credentials: 'same-origin',
      headers: {
        ...Object.fromEntries(strings(headers)),
        ...inPageLanguage(),
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return brought<E>(await response.json(), { status: response.status, isDone: response.ok });
  } catch (cause) {
    if (cause instanceof Refusal) throw cause;
    throw new Offline('no answer', { cause });
  }
}
