import { checkApiRules } from './api-rules.ts';
import { resourcesOf } from './resources-of.ts';
import { type Manifest, toKubernetes } from './to-kubernetes.ts';
import { type Finding, validateManifest } from './validate-manifest.ts';

/**
 * What is wrong with the Kubernetes objects in files of Terraform's JSON syntax.
 *
 * @returns one line for each finding, `kubernetes_deployment_v1.checkout: spec.foo is an unknown field`
 * @throws for a resource that cannot be translated
 */
export function findingsOf(files: ReadonlyMap<string, string>): string[] {
  return resourcesOf(files).flatMap(({ address, type, body }) =>
    check(toKubernetes(type, body)).map(({ path, message }) => `${address}: ${path} ${message}`),
  );
}

function check(manifest: Manifest): Finding[] {
  const findings = validateManifest(manifest);
  return findings.length > 0 ? findings : checkApiRules(manifest);
}
