/** A value inside of a nested form; records have no prototype, so that no name can reach one. */
type Nested = { [step: string]: unknown };

/** Dotted names as nested values. */
interface Nest {
  whole: Nested;
  /** The name by which the form knows a path of the nested value: lists are closed up where rows were left empty. */
  nameOf: (path: string) => string;
}
const NUMBER = /^-?\d{1,15}(\.\d{1,15})?$/;
const INDEX = /^\d{1,3}$/;
/** No field of ours lies deeper; a longer name is left whole, and is nobody's field. */
const DEEPEST = 6;
const isNested = (value: unknown): value is Nested =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Turns records with nothing but numbers for names into lists; a row that was left empty takes no place in it. */
function listed(value: unknown, path: string, rows: Map<string, readonly string[]>): unknown {
  if (!isNested(value)) return value;
  const steps = Object.keys(value);
  if (!steps.every((step) => INDEX.test(step))) {
    for (const step of steps) value[step] = listed(value[step], path ? `${path}.${step}` : step, rows);
    return value;
  }
  const inOrder = steps.sort((a, b) => Number(a) - Number(b));
  rows.set(path, inOrder);
  return inOrder.map((step, i) => listed(value[step], `${path}.${i}`, rows));
}

/**
 * Dotted names as nested values: `contact.phone` as a record, `coApplicants.0.lastName` as a list. A field left empty is absent, a
 * ticked box is true, a number is one where it can be read as such.
 */
export function nest(
  values: Readonly<Record<string, string>>,
  { boxes, numbers }: { boxes: readonly string[]; numbers: readonly string[] },
): Nest {
  const whole: Nested = Object.create(null);
  for (const [name, typed] of Object.entries(values)) {
    if (typed.trim() === '') continue;
    const steps = name.split('.');
    const path = steps.length > DEEPEST ? [name] : steps;
    const last = path.pop() ?? '';
    let inner = whole;
    for (const step of path) {
      const next = inner[step];
      inner[step] = isNested(next) ? next : Object.create(null);
      inner = inner[step] as Nested;
    }
    const isNumber = numbers.includes(name) && NUMBER.test(typed.trim());
    inner[last] = boxes.includes(name) ? true : isNumber ? Number(typed) : typed;
  }
  const rows = new Map<string, readonly string[]>();
  for (const step of Object.keys(whole)) whole[step] = listed(whole[step], step, rows);
  const nameOf = (path: string): string => {
    const steps = path.split('.');
    return steps.map((step, i) => rows.get(steps.slice(0, i).join('.'))?.[Number(step)] ?? step).join('.');
  };
  return { whole, nameOf };
}
