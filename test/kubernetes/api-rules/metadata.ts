import { isObject, type Json } from '../json.ts';
import type { Manifest } from '../to-kubernetes.ts';
import type { Finding } from '../validate-manifest.ts';
import { isDnsLabel, isDnsSubdomain, isLabelValue, isPathSegment, isQualifiedName } from './names.ts';
import { objectAt } from './reading.ts';

/** Names, and everything that is a label or the key of one, wherever it stands. */
export function* metadataRules(manifest: Manifest): Generator<Finding> {
  const { name, namespace } = objectAt(manifest, 'metadata');
  if (typeof name !== 'string') yield { path: 'metadata.name', message: 'is missing' };
  else if (!isName(manifest.kind, name)) yield { path: 'metadata.name', message: `cannot be ${name}` };
  if (typeof namespace === 'string' && !isDnsLabel(namespace)) {
    yield { path: 'metadata.namespace', message: `cannot be ${namespace}` };
  }
  yield* labels(manifest, '');
}

function isName(kind: string, name: string): boolean {
  // The names of jobs are made of it, with eleven more characters.
  if (kind === 'CronJob') return isDnsSubdomain(name) && name.length <= 52;
  if (kind === 'Namespace' || kind === 'Service') return isDnsLabel(name);
  return RBAC.test(kind) ? isPathSegment(name) : isDnsSubdomain(name);
}

const RBAC = /^(Cluster)?Role(Binding)?$/;

const MAPS_OF_LABELS: ReadonlySet<string> = new Set(['labels', 'matchLabels', 'nodeSelector']);

function* labels(value: Json, path: string): Generator<Finding> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* labels(item, `${path}[${index}]`);
  } else if (isObject(value)) {
    for (const [name, item] of Object.entries(value)) {
      const here = path === '' ? name : `${path}.${name}`;
      if (DATA.has(here)) continue;
      if (!isObject(item) || !(MAPS_OF_LABELS.has(name) || name === 'annotations')) yield* labels(item, here);
      else
        for (const [key, text] of Object.entries(item)) {
          if (!isQualifiedName(key)) yield { path: here, message: `cannot have the key ${key}` };
          if (name !== 'annotations' && !isLabelValue(String(text))) {
            yield { path: `${here}.${key}`, message: `cannot be ${text}` };
          }
        }
    }
  }
}

/** The user's own; a key may be named as anything. */
const DATA: ReadonlySet<string> = new Set(['data', 'binaryData']);
