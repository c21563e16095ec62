import { convert } from './conversions.ts';
import { FIELD_RULES, type FieldRule } from './field-rules.ts';
import { isObject, type Json, type JsonObject } from './json.ts';
import { KINDS, type Kind } from './kinds.ts';
import { refuseLosses } from './losses.ts';
import { evaluate } from './references.ts';

export interface Manifest extends JsonObject {
  readonly apiVersion: string;
  readonly kind: string;
}

/**
 * The object that the provider would send to the API server, from the body of a resource in Terraform's JSON
 * syntax. It reverses the provider's names and types and knows nothing of what Kubernetes accepts: a field that
 * nobody knows goes through, in camel case, for `validateManifest` to find.
 *
 * @param type `kubernetes_deployment_v1`
 * @throws for a type that is not in `KINDS`, and for a body that the provider would refuse or lose a part of
 */
export function toKubernetes(type: string, body: JsonObject): Manifest {
  const kind = Object.hasOwn(KINDS, type) ? KINDS[type] : undefined;
  if (!kind) throw new Error(`${type} is not in the table of kinds`);
  refuseLosses(body);
  return { apiVersion: kind.apiVersion, kind: kind.kind, ...translateBlock(body, '', kind, type) };
}

function translateBlock(block: JsonObject, blockName: string, kind: Kind, path: string): JsonObject {
  const result: Record<string, Json> = {};
  for (const [name, value] of Object.entries(block)) {
    if (value === null) continue;
    const rule = ruleOf(kind, blockName, name);
    const kubernetesName = 'kubernetesName' in rule ? rule.kubernetesName : camelCase(name);
    if (kubernetesName === undefined) continue;
    const translated = translateValue(value, name, rule, kind, `${path}.${name}`);
    if (translated !== undefined) result[kubernetesName] = translated;
  }
  return result;
}

function ruleOf({ rules = {} }: Kind, blockName: string, name: string): FieldRule {
  for (const table of [rules, FIELD_RULES]) {
    for (const key of [`${blockName}.${name}`, name]) if (Object.hasOwn(table, key)) return table[key]!;
  }
  return {};
}

function translateValue(
  value: Json,
  name: string,
  rule: FieldRule,
  kind: Kind,
  path: string,
): Json | undefined {
  if (rule.conversion) return convert(rule.conversion, evaluated(value), path);
  if (rule.isLiteral) return evaluated(value);
  const blocks = blocksOf(value);
  if (!blocks) return evaluated(value);
  const objects = blocks.map((block) => translateBlock(block, name, kind, path));
  if (rule.isList) return objects;
  if (objects.length > 1) throw new Error(`${path}: ${objects.length} blocks where the API has one object`);
  return objects[0];
}

/** The blocks of one name: an object, or a list of objects; undefined for the value of an attribute. */
function blocksOf(value: Json): readonly JsonObject[] | undefined {
  if (isObject(value)) return [value];
  if (!Array.isArray(value)) return undefined;
  const list: readonly Json[] = value;
  return list.length > 0 && list.every((item) => isObject(item)) ? list : undefined;
}

/** The keys of a map are templates as well. */
function evaluated(value: Json): Json {
  if (typeof value === 'string') return evaluate(value);
  if (Array.isArray(value)) return value.map(evaluated);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== null);
  return Object.fromEntries(entries.map(([key, item]) => [evaluate(key), evaluated(item)]));
}

function camelCase(name: string): string {
  return name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
