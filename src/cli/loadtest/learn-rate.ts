import type { ResolvedSpec } from '../../compiler/compile.ts';
import type { Model } from '../../components/registry.ts';
import { readInput } from '../../host/read-input.ts';
import { milliseconds } from '../../loadtest/milliseconds.ts';
import { ratePerPod } from '../../loadtest/rate-per-pod.ts';
import { readSummary } from '../../loadtest/read-summary.ts';
import { perMinute } from '../../traffic/per-minute.ts';
import { trafficWorkloads } from '../../traffic/pods-for.ts';
import { didYouMean } from '../../util/did-you-mean.ts';
import type { CliContext, Invocation } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { compileInstead } from '../scale/compiled.ts';
import { editSpec } from '../scale/edit-spec.ts';
import { targetFile } from '../scale/target-file.ts';
import { UsageError } from '../usage-error.ts';

/**
 * Reads a run of k6 back into `traffic.workloads.<key>.ratePerPod`.
 *
 * @param names of all environments
 * @throws UsageError for a file that is no summary, and where it is not said whose pods served the run and how many
 */
export async function learnRate(
  spec: ResolvedSpec & { readonly file: string },
  names: readonly string[],
  invocation: Invocation,
  context: CliContext,
): Promise<ExitCode> {
  const environment = invocation.parameters[0] ?? '';
  const model = spec.model as unknown as Model;
  if (!model.traffic) {
    context.output.say(
      `${spec.file}: there is no traffic to write into; write traffic.asOf and traffic.current`,
    );
    return EXIT.findings;
  }
  const from = invocation.option('from') ?? '-';
  const name = from === '-' ? 'standard input' : from;
  const input = readInput(context.folder, from);
  if ('problem' in input)
    throw new UsageError(`${name} ${input.problem}`, '--from names the summary of a run');
  const { key, share } = workloadOf(model, invocation);
  const pods = podsOf(invocation);
  const { p95, errorRate } = model.slo;
  const run = readSummary(input.text, { p95Milliseconds: milliseconds(p95), errorRate });
  if (!run.ok) {
    context.output.say(`${name} ${run.problem}`);
    context.output.say(`help: ${run.help}`);
    return EXIT.findings;
  }
  if (run.environment !== undefined && run.environment !== environment)
    context.output.say(`note: the run was one of ${run.environment}`);
  if (run.stage === undefined)
    context.output.say(
      'note: the script is none of elastiform, and only the mean of the whole run is known; ramps make it less than what a pod can serve',
    );
  const learnt = ratePerPod(run.rate, share, pods);
  context.output.say(
    `${run.stage ?? 'the run'}: ${perMinute(Math.round(run.rate * 1000))}${share === 100 ? '' : ` × ${share}%`} ÷ ${pods} pods = ${learnt} (p95 ${Math.round(run.p95Milliseconds)} ms, ${run.failed.toFixed(2)} % failed)`,
  );
  const target = targetFile(compileInstead(environment, context), invocation.option('in'), names, context);
  return editSpec(
    { ...target, changes: [{ path: ['traffic', 'workloads', key, 'ratePerPod'], value: learnt }] },
    {
      environment,
      command: `elastiform loadtest ${environment} --from ${from} --pods ${pods}`,
      isDryRun: invocation.flag('dry-run'),
      isJson: invocation.option('format') === 'json',
      isSynthesizing: false,
    },
    context,
  );
}

function workloadOf(model: Model, invocation: Invocation): { readonly key: string; readonly share: number } {
  const all = model.traffic ? trafficWorkloads(model, model.traffic) : [];
  const wanted = invocation.option('workload');
  const keys = all.map(({ key }) => key);
  const found = all.find(({ key }) => key === wanted);
  if (found) return found;
  if (wanted !== undefined) {
    const [near] = didYouMean(wanted, keys);
    throw new UsageError(
      `no workload "${wanted}" follows the traffic`,
      near === undefined ? `there are: ${keys.join(', ') || 'none'}` : `did you mean "${near}"?`,
    );
  }
  const [only, ...others] = all;
  if (only && others.length === 0) return only;
  throw new UsageError(
    only ? 'several workloads follow the traffic' : 'no workload follows the traffic',
    only
      ? `say whose pods served it: --workload ${keys.join(' or --workload ')}`
      : 'a workload with autoscaling does',
  );
}

function podsOf(invocation: Invocation): number {
  const text = invocation.option('pods');
  if (text === undefined)
    throw new UsageError(
      'how many pods served the run is not in its summary',
      'say it: --pods 9 (kubectl get hpa while the last stage was held)',
    );
  if (!/^[1-9][0-9]{0,4}$/.test(text))
    throw new UsageError(`--pods ${text} is no number of pods`, '--pods 9');
  return Number(text);
}
