import type { MoveInput } from '#shared/domain/workflow.ts';

/** One field of a move's form: where its value goes in the request, and what it is. */
export interface FieldSpec {
  /** Dotted path in the body of the request; the label stands in the texts under the same name. */
  path: keyof typeof FIELD_ROWS;
  kind: 'words' | 'line' | 'date' | 'choice' | 'category' | 'questionGroup';
}
/** How many lines each field of words has. */
export const FIELD_ROWS = {
  'inspection.on': 1,
  'inspection.notes': 4,
  'extension.until': 1,
  'extension.reason': 3,
  inquiry: 4,
  reply: 4,
  interim: 6,
  'promise.until': 1,
  'promise.reason': 3,
  'forwarding.to': 1,
  'forwarding.explanation': 4,
  'returning.ground': 1,
  'returning.explanation': 5,
  'termination.ground': 1,
  'termination.decision.number': 1,
  'termination.decision.on': 1,
  'termination.explanation': 5,
  explanation: 4,
  primaryNumber: 1,
  'part.text': 5,
  'part.categoryCode': 1,
  'part.questionGroup': 1,
  'reclassification.categoryCode': 1,
  'reclassification.questionGroup': 1,
  'reclassification.recurrence': 1,
  'reclassification.repeatOfNumber': 1,
  'control.kind': 1,
} as const;

/** The fields of the inputs that are plainly asked for, in order; the others have forms of their own. */
export const PLAIN_FIELDS = {
  inspection: [
    { path: 'inspection.on', kind: 'date' },
    { path: 'inspection.notes', kind: 'words' },
  ],
  extension: [
    { path: 'extension.until', kind: 'date' },
    { path: 'extension.reason', kind: 'words' },
  ],
  inquiry: [{ path: 'inquiry', kind: 'words' }],
  reply: [{ path: 'reply', kind: 'words' }],
  interim: [{ path: 'interim', kind: 'words' }],
  promise: [
    { path: 'promise.until', kind: 'date' },
    { path: 'promise.reason', kind: 'words' },
  ],
  forwarding: [
    { path: 'forwarding.to', kind: 'line' },
    { path: 'forwarding.explanation', kind: 'words' },
  ],
  returning: [
    { path: 'returning.ground', kind: 'choice' },
    { path: 'returning.explanation', kind: 'words' },
  ],
  termination: [
    { path: 'termination.ground', kind: 'choice' },
    { path: 'termination.decision.number', kind: 'line' },
    { path: 'termination.decision.on', kind: 'date' },
    { path: 'termination.explanation', kind: 'words' },
  ],
  explanation: [{ path: 'explanation', kind: 'words' }],
  primaryNumber: [{ path: 'primaryNumber', kind: 'line' }],
  part: [
    { path: 'part.text', kind: 'words' },
    { path: 'part.categoryCode', kind: 'category' },
    { path: 'part.questionGroup', kind: 'questionGroup' },
  ],
  reclassification: [
    { path: 'reclassification.categoryCode', kind: 'category' },
    { path: 'reclassification.questionGroup', kind: 'questionGroup' },
    { path: 'reclassification.recurrence', kind: 'choice' },
    { path: 'reclassification.repeatOfNumber', kind: 'line' },
  ],
  control: [{ path: 'control.kind', kind: 'choice' }],
} as const satisfies Partial<Record<MoveInput, readonly FieldSpec[]>>;
/** An input whose form is a list of plain fields. */
export type PlainInput = keyof typeof PLAIN_FIELDS;
/** Whether an input's form is a list of plain fields. */
export const isPlain = (input: MoveInput): input is PlainInput => input in PLAIN_FIELDS;

/** The body that plain fields make: those left empty are left out, and the server says which it needs. */
export function plainBody(input: PlainInput, values: Readonly<Record<string, string>>): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const { path, kind } of PLAIN_FIELDS[input]) {
    const value = values[path]?.trim();
    const steps = path.split('.');
    const last = steps.pop() ?? path;
    let at = body;
    for (const step of steps) {
      at[step] ??= {};
      at = at[step] as Record<string, unknown>;
    }
    if (value) at[last] = kind === 'questionGroup' ? Number(value) : value;
  }
  return body;
}
