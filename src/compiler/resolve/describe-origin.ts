import type { Span } from '../span.ts';
import { formatPath } from '../spec-path.ts';
import type { Origin } from './origin.ts';

/** The origin of a value on one line, for people. */
export function describeOrigin(origin: Origin): string {
  switch (origin.kind) {
    case 'set':
      return `set at ${place(origin.span)}`;
    case 'inherited':
      return `inherited from ${place(origin.span)}`;
    case 'overrode':
      return `set at ${place(origin.span)}, instead of ${oneLine(origin.previous.text)} at ${place(origin.previous.span)}`;
    case 'preset':
      return `preset of ${origin.name}: ${origin.why}`;
    case 'default':
      return `default: ${origin.why}`;
    case 'derived': {
      const inputs = origin.inputs.map(
        ({ path, text }) => `${formatPath(path)} is ${oneLine(text ?? 'not set')}`,
      );
      return `derived: ${origin.formula}${inputs.length === 0 ? '' : ` (${inputs.join(', ')})`}`;
    }
  }
}

/** The origin for tools; paths as people write them. */
export function originJson(origin: Origin): unknown {
  if (origin.kind !== 'derived') return origin;
  return { ...origin, inputs: origin.inputs.map(({ path, text }) => ({ path: formatPath(path), text })) };
}

function place({ file, start }: Span): string {
  return `${file}:${start.line}:${start.column}`;
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
