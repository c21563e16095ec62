import { originJson } from '../../compiler/resolve/describe-origin.ts';
import { formatPath } from '../../compiler/spec-path.ts';
import type { Answer, SpecValue } from '../answer.ts';

/** An answer for tools, with the name of its environment; paths as people write them. */
export function answerJson(answer: Answer, environment: string): unknown {
  if (answer.kind === 'address') {
    const { kind, address, file, at, notes, described, attributes } = answer;
    return {
      environment,
      kind,
      address,
      file,
      at,
      notes,
      described,
      attributes: attributes.map(({ path, value, isIgnored, origins, references }) => ({
        path,
        value,
        isIgnored,
        origins: origins.map(({ effect, isAbsent, ...origin }) => ({
          effect,
          isAbsent,
          ...specValueJson(origin),
        })),
        references: references.map(({ text, at: place, origins: sources }) => ({
          to: text,
          at: place,
          origins: sources.map(specValueJson),
        })),
      })),
    };
  }
  const { kind, subject, description, legal, inside, blocks, fanOut } = answer;
  return {
    environment,
    kind,
    ...specValueJson(subject),
    description,
    legal,
    ...(inside ? { inside: inside.map(specValueJson), blocks } : {}),
    ...(fanOut
      ? {
          fanOut: fanOut.entries.map(({ through, ...entry }) => ({
            ...entry,
            through: through.map(formatPath),
          })),
          derived: fanOut.derived.map(formatPath),
          tried: fanOut.tried,
        }
      : {}),
  };
}

function specValueJson({ path, value, origin, place, meaning, inputs }: SpecValue): Record<string, unknown> {
  return {
    path: formatPath(path),
    ...(value === undefined ? {} : { value }),
    ...(origin ? { origin: originJson(origin) } : {}),
    ...(place ? { place } : {}),
    ...(meaning === undefined ? {} : { meaning }),
    ...(inputs.length > 0 ? { inputs: inputs.map(specValueJson) } : {}),
  };
}
