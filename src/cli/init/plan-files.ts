import { parseYaml } from '../../compiler/load/parse-yaml.ts';
import { projectFiles } from '../../host/project-files.ts';
import { type CiName, pipelineFiles } from '../../pipelines/pipeline.ts';
import { type Answers, tierOf } from '../../scaffold/answers.ts';
import { baseSpec, SAMPLE_ITEMS } from '../../scaffold/base-spec.ts';
import { environmentSpec } from '../../scaffold/environment-spec.ts';
import { editorFiles } from '../../scaffold/project-files.ts';
import type { CliContext } from '../command.ts';
import { inSpecs } from '../environments.ts';
import type { NewFile } from './place-files.ts';

/** What of a project is there before `init` begins. */
export interface Before {
  /** Names of the environments that have a spec, sorted. */
  readonly environments: readonly string[];
  readonly hasBase: boolean;
  /** Whether the base file begins what the sample of an environment completes. */
  readonly hasSampleInBase: boolean;
}

export function lookAtProject({ folder, specs }: CliContext): Before {
  const files = projectFiles(folder);
  const listed = files.list(specs);
  const names = 'names' in listed ? listed.names : [];
  const environments = names.flatMap((name) => {
    if (!name.endsWith('.yaml')) return [];
    const read = files.read(inSpecs(specs, name));
    const isOne = 'text' in read && parseYaml(name, read.text).value?.entries.has('environment');
    return isOne ? [name.slice(0, -'.yaml'.length)] : [];
  });
  const base = files.read(inSpecs(specs, 'base.yaml'));
  const hasSampleInBase = 'text' in base && isSampleBase(base.text);
  return { environments, hasBase: names.includes('base.yaml'), hasSampleInBase };
}

function isSampleBase(text: string): boolean {
  const { value } = parseYaml('base.yaml', text);
  return Object.entries(SAMPLE_ITEMS).every(([kind, item]) => {
    const items = value?.entries.get(kind)?.value;
    return items?.kind === 'map' && items.entries.has(item);
  });
}

export interface Wanted {
  readonly environment: string;
  readonly tier: Answers['tier'] | undefined;
  readonly hasSample: boolean;
  /** As `collect` gives them. */
  readonly values: Readonly<Record<string, string>>;
}

/** The spec of the environment, and the base file where there is none. */
export function specFiles(
  wanted: Wanted,
  { hasBase, hasSampleInBase }: Before,
  { specs }: CliContext,
): readonly NewFile[] {
  const { environment, tier = tierOf(environment), hasSample, values } = wanted;
  const answers: Answers = {
    environment,
    tier,
    // A sample must not contradict what the base file of somebody says.
    hasSample: hasSample && (!hasBase || hasSampleInBase),
    cluster: values['cluster'] ?? '',
    subnets: (values['subnets'] ?? '').split(',').map((name) => name.trim()),
    nodeRole: values['node-role'] ?? '',
    region: values['region'],
    kubernetesVersion: values['kubernetes-version'],
    stateBucket: values['state-bucket'],
    accountId: values['account-id'],
    vpc: values['vpc'],
  };
  const spec = {
    path: inSpecs(specs, `${environment}.yaml`),
    text: environmentSpec(answers, specs, hasBase),
  };
  if (hasBase) return [spec];
  return [{ path: inSpecs(specs, 'base.yaml'), text: baseSpec(answers, specs) }, spec];
}

/** Everything else: settings of editors and git, and the pipeline. */
export function surroundingFiles(
  ci: CiName | undefined,
  environments: readonly string[],
  { specs }: CliContext,
): readonly NewFile[] {
  return [...editorFiles(specs), ...(ci === undefined ? [] : pipelineFiles(ci, environments))];
}
