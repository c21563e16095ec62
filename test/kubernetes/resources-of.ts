import { isObject, type JsonObject } from './json.ts';

export interface Resource {
  /** `kubernetes_deployment_v1.checkout` */
  readonly address: string;
  readonly type: string;
  readonly body: JsonObject;
}

/**
 * The Kubernetes resources in files of Terraform's JSON syntax, in the order of the files.
 *
 * @param files keyed by path; what is not a `.tf.json` file is left out
 */
export function resourcesOf(files: ReadonlyMap<string, string>): Resource[] {
  return [...files].filter(([path]) => path.endsWith('.tf.json')).flatMap(([, text]) => resourcesIn(text));
}

function resourcesIn(text: string): Resource[] {
  const { resource = {} }: { resource?: Record<string, Record<string, JsonObject>> } = JSON.parse(text);
  return Object.entries(resource)
    .filter(([type]) => type.startsWith('kubernetes_'))
    .flatMap(([type, bodies]) =>
      Object.entries(bodies)
        .filter(([, body]) => isObject(body))
        .map(([name, body]) => ({ address: `${type}.${name}`, type, body })),
    );
}
