import { FILE_FIELDS, type RefusedFiles } from '#client/views/wizard/attached-files.tsx';
import { takeIn } from '#server/attachments/index.ts';
import type { FormValues } from '#server/http/form.ts';
import { isMultipart, readMultipart } from '#server/http/multipart.ts';
import { Problem } from '#server/platform/problem.ts';
import type { AttachmentKind } from '#shared/domain/attachments.ts';
import type { FieldCode, FieldError } from '#shared/domain/problems.ts';
import type { Lang } from '#shared/texts/plural.ts';
import { TEXTS } from '../texts.ts';
import type { PageRequest } from '../visit.routes.ts';

const MIB = 1 << 20;
/** A phone's whole album fits, so that what was typed below the files arrives with it; what is kept of it the limits on files say. */
const UPLOAD = { maxFiles: 20, maxBytes: 512 * MIB };

/** A file that was not taken. */
interface Refused {
  kind: AttachmentKind;
  name: string;
  problem: Problem;
}
/** What a post brought besides what was typed, for the page that answers it. */
const refusedBy = new WeakMap<object, readonly Refused[]>();

const kindOf = (field: string): AttachmentKind => (field === FILE_FIELDS.document ? 'document' : 'photo');
const whyOf = ({ code, details }: Problem): Problem['code'] | FieldCode => details.errors?.[0]?.code ?? code;

/** The form of a post: what was typed, and whether all of it came. */
export interface PostedWithFiles {
  form: FormValues;
  /** One for each field with files that were not taken. */
  errors: FieldError[];
  /** Why a file could not be taken now, though nothing is wrong with it. */
  busy: Problem | undefined;
  /** True where the post was too large to be read to its end. */
  isCut: boolean;
}
/**
 * Reads a form with files; they are kept with the draft as they come, and one that is refused stops neither the others nor what
 * was typed. Without a draft, which is while the store is away, none can be kept.
 */
export async function readWithFiles(
  { req, form }: Pick<PageRequest, 'req' | 'form'>,
  draftId: string | null,
): Promise<PostedWithFiles> {
  if (!isMultipart(req)) return { form, errors: [], busy: undefined, isCut: false };
  const { values, files, isCut } = await readMultipart(req, {
    ...UPLOAD,
    onFile: ({ field, name, content }) => {
      if (draftId === null) throw new Problem('store.unavailable');
      return takeIn({ owner: { kind: 'draft', id: draftId }, purpose: 'appeal', name, content, field });
    },
  });
  const refused = files.flatMap(({ field, name, problem }) =>
    problem ? [{ kind: kindOf(field), name, problem }] : [],
  );
  refusedBy.set(req, refused);
  const errors = refused.map(({ kind, problem }): FieldError => {
    const code = problem.details.errors?.[0]?.code ?? 'file.broken';
    return { in: 'body', path: FILE_FIELDS[kind], code };
  });
  return {
    form: values,
    errors: errors.filter(({ path }, i) => errors.findIndex((e) => e.path === path) === i),
    busy: refused.find(({ problem }) => problem.status !== 422)?.problem,
    isCut,
  };
}

/** The files of one kind that this request brought and that were not taken, those of one reason together. */
export function refusedFiles({ req }: Pick<PageRequest, 'req'>, kind: AttachmentKind, lang: Lang): RefusedFiles[] {
  const names = new Map<string, string[]>();
  for (const refused of refusedBy.get(req) ?? []) {
    if (refused.kind !== kind) continue;
    const why = TEXTS[lang].problems[whyOf(refused.problem)];
    names.set(why, [...(names.get(why) ?? []), refused.name]);
  }
  return [...names].map(([why, those]) => ({ names: those, why }));
}
