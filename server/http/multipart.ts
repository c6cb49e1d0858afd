import type { Readable } from 'node:stream';
import { Busboy } from '@fastify/busboy';
import type { Request } from 'express';
import { asProblem } from '#server/platform/database.ts';
import { Problem } from '#server/platform/problem.ts';
import type { FormValues } from './form.ts';

/** A file on its way in; `content` may be left before its end. */
export interface PostedFile {
  /** The name of the form's field. */
  field: string;
  /** As the sender's device calls it, without folders. */
  name: string;
  content: AsyncIterable<Buffer>;
}
/** What became of a file: what `onFile` made of it, or why it was refused. */
export type FileOutcome<T> = Pick<PostedFile, 'field' | 'name'> &
  ({ value: T; problem?: never } | { value?: never; problem: Problem });

/** A form that was posted with files. */
export interface PostedForm<T> {
  /** What was typed; of a name that came twice the last counts. */
  values: FormValues;
  /** In the order in which they came; inputs left empty are not among them. */
  files: FileOutcome<T>[];
  /** True where the body went beyond `maxBytes`: what came after that point is unknown. */
  isCut: boolean;
}
/** What a form may bring, and who takes its files in. */
export interface Expected<T> {
  /** The next one is refused with `file.too-many`, and those after it are passed over. */
  maxFiles: number;
  /** Of the whole body. */
  maxBytes: number;
  /** Called for one file at a time, in order; a Problem that it throws is the outcome of that file alone. */
  onFile(file: PostedFile): Promise<T>;
}

const KIB = 1 << 10;
/** All typed values together: a text of 50,000 letters fits, so that it can be shown again and be called too long. */
const MOST_TYPED = 512 * KIB;
/** Twenty people who file together are 120 fields, and the largest form has a few besides. */
const LIMITS = { fields: 200, parts: 300, fieldSize: MOST_TYPED, headerPairs: 20, headerSize: 8 * KIB };
/** After a cut the rest is read and dropped, since browsers read no answer before they have sent all; but not beyond this. */
const MOST_DROPPED = 256 * KIB * KIB;

/** True for a body in parts, as forms with files post it. */
export const isMultipart = (req: Request): boolean => /^multipart\/form-data\s*;/i.test(typeOf(req));
const typeOf = ({ headers }: Request): string => headers['content-type'] ?? '';

const refusal = (path: string, code: 'file.too-large' | 'file.too-many'): Problem =>
  new Problem('fields.invalid', { errors: [{ in: 'body', path, code }] });

function parserFor(req: Request): InstanceType<typeof Busboy> {
  if (!isMultipart(req)) throw new Problem('body.unsupported');
  try {
    return new Busboy({ headers: { ...req.headers, 'content-type': typeOf(req) }, limits: LIMITS });
  } catch {
    throw new Problem('body.malformed'); // it names no boundary
  }
}

/** The bytes of a part, which can be left early without ending its stream; whatever breaks it off is a Problem. */
async function* piecesOf(part: Readable): AsyncGenerator<Buffer> {
  try {
    yield* part.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  } catch (cause) {
    throw cause instanceof Problem ? cause : new Problem('body.malformed');
  }
}

/**
 * Reads a form with files while it arrives. Files go to `onFile` one after another and lie in no memory of ours; one that is
 * refused stops neither the rest nor what was typed. Beyond `maxBytes` reading stops and the file under way is `file.too-large`,
 * so the files of a form belong after its fields. 400 `body.malformed`, 413 `body.too-large` for what was typed, 415 `body.unsupported`.
 */
export async function readMultipart<T>(
  req: Request,
  { maxFiles, maxBytes, onFile }: Expected<T>,
): Promise<PostedForm<T>> {
  const parser = parserFor(req);
  const values: [string, string][] = [];
  const files: FileOutcome<T>[] = [];
  const open = new Map<Readable, string>();
  let [received, typed, named] = [0, 0, 0];
  let queue: Promise<void> = Promise.resolve();
  let isCut = false;
  let fault: Problem | null = null;
  let bug: { cause: unknown } | null = null;

  return new Promise<PostedForm<T>>((resolve, reject) => {
    const settle = (): void => {
      void queue.then(() => {
        if (bug ?? fault) reject(bug ? bug.cause : fault);
        else resolve({ values: Object.fromEntries(values), files, isCut });
      });
    };
    /** Leaves the parser and drops what still comes, so that the answer can be read; files under way end as `why` says. */
    const stop = (why: (field: string) => Problem): void => {
      req.unpipe(parser).resume();
      for (const [part, field] of open) part.destroy(why(field));
      settle();
    };
    const fail = (code: 'body.malformed' | 'body.too-large'): void => {
      if (fault || isCut) return;
      const problem = new Problem(code);
      fault = problem;
      stop(() => problem);
    };
    const take = async (posted: Omit<PostedFile, 'content'>, part: Readable): Promise<void> => {
      try {
        if (!bug) files.push({ ...posted, value: await onFile({ ...posted, content: piecesOf(part) }) });
      } catch (cause) {
        const problem = asProblem(cause);
        if (problem) files.push({ ...posted, problem });
        else bug = { cause };
      } finally {
        part.resume();
      }
    };
    /** Said of the first one too many, however many follow. */
    const passOver = (posted: Omit<PostedFile, 'content'>, part: Readable): void => {
      part.resume();
      if (named > maxFiles + 1) return;
      const problem = refusal(posted.field, 'file.too-many');
      queue = queue.then(() => void files.push({ ...posted, problem }));
    };

    parser
      .on('file', (said: string | undefined, part, name) => {
        const field = said ?? '';
        open.set(part, field);
        part.on('error', () => undefined).once('close', () => open.delete(part));
        if (!name) return void part.resume(); // an input that was left empty
        named += 1;
        if (named > maxFiles) passOver({ field, name }, part);
        else queue = queue.then(() => take({ field, name }, part));
      })
      .on('field', (name: string | undefined, value, _isNameCut, isValueCut) => {
        if (name) values.push([name, value]);
        typed += value.length;
        if (isValueCut || typed > MOST_TYPED) fail('body.too-large');
      })
      .once('fieldsLimit', () => fail('body.malformed'))
      .once('partsLimit', () => fail('body.malformed'))
      .on('error', () => fail('body.malformed'))
      .once('finish', settle);
    req
      .on('data', (chunk: Buffer) => {
        received += chunk.length;
        if (received > maxBytes && !isCut && !fault) {
          isCut = true;
          stop((field) => refusal(field, 'file.too-large'));
        }
        if (received > maxBytes + MOST_DROPPED) req.destroy();
      })
      .once('close', () => !req.complete && fail('body.malformed'))
      .pipe(parser);
  });
}
