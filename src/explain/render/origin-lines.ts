import { describeOrigin } from '../../compiler/resolve/describe-origin.ts';
import { formatPath } from '../../compiler/spec-path.ts';
import type { SpecValue } from '../answer.ts';

/** A value of the spec and where it comes from, one line for each; inputs of derived values are indented. */
export function originLines(value: SpecValue): readonly string[] {
  return [`${formatPath(value.path)} = ${spelled(value)}`, ...whyLines(value).map((line) => `  ${line}`)];
}

export function whyLines({ origin, place, meaning, inputs }: SpecValue): readonly string[] {
  if (origin?.kind === 'derived')
    return [`derived: ${origin.formula}`, ...inputs.flatMap(originLines).map((line) => `  ${line}`)];
  if (origin) return [describeOrigin(origin)];
  if (place) return [`written at ${place.file}:${place.start.line}:${place.start.column}`];
  return [meaning === undefined ? 'not set' : `not set: ${meaning}`];
}

export function spelled({ value, place }: SpecValue): string {
  if (value === undefined) return place ? '{…}' : '(not set)';
  return typeof value === 'object' ? `[${value.join(', ')}]` : String(value);
}
