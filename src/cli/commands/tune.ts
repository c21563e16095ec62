import type { ResolvedSpec } from '../../compiler/compile.ts';
import type { SpecChange } from '../../compiler/edit/change-spec.ts';
import { formatPath } from '../../compiler/spec-path.ts';
import type { Workload, Workloads } from '../../components/workloads/schema.ts';
import { readInput } from '../../host/read-input.ts';
import { type Measured, type Resource, together } from '../../measure/measured.ts';
import { readMeasured } from '../../measure/read-measured.ts';
import { type CliContext, type Command, type Invocation, TEXT_OR_JSON } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { oneEnvironment } from '../one-environment.ts';
import { plural } from '../report.ts';
import { sanitize } from '../sanitize.ts';
import { compileInstead } from '../scale/compiled.ts';
import { editSpec } from '../scale/edit-spec.ts';
import { json } from '../scale/print.ts';
import { targetFile } from '../scale/target-file.ts';
import { matchWorkloads } from '../tune/match.ts';
import { policy } from '../tune/policy.ts';
import { formatValue, type Proposal, propose, type WorkloadProposal } from '../tune/propose.ts';
import { isChange, printTable, savingOf, signed } from '../tune/table.ts';
import { UsageError } from '../usage-error.ts';

export const tuneCommand: Command = {
  name: 'tune',
  summary: 'Propose requests, limits and targets of the workloads from what their pods really use',
  parameters: 'ENV',
  minParameters: 1,
  maxParameters: 1,
  options: {
    from: {
      type: 'string',
      value: 'FILE',
      summary: 'kubectl top pods --containers, an answer of Prometheus, or krr -f json; - is standard input',
    },
    cpu: { type: 'string', value: 'FILE', summary: 'an answer of Prometheus about CPU, in cores' },
    memory: { type: 'string', value: 'FILE', summary: 'an answer of Prometheus about memory, in bytes' },
    write: {
      type: 'boolean',
      summary: 'write the proposals into the spec; elastiform scale ENV --undo takes it back',
    },
    'trust-few-samples': {
      type: 'boolean',
      summary: 'also lower values of which there are too few samples to know a day',
    },
    in: {
      type: 'string',
      value: 'FILE',
      summary: 'write into a file that the environment extends, instead of its own',
    },
    format: TEXT_OR_JSON,
  },
  examples: [
    'kubectl top pods --containers -A | elastiform tune prod --from -',
    'elastiform tune prod --cpu cpu.json --memory memory.json --write',
    'elastiform tune prod --from krr.json --format json',
  ],
  async run(invocation, context) {
    const { output } = context;
    const measured = measuredBy(invocation, context);
    const [environment = ''] = invocation.parameters;
    const one = oneEnvironment(environment, context);
    if (typeof one === 'number') return one;
    const { spec } = one;
    const workloads = workloadsOf(spec);
    const { matches, remarks } = matchWorkloads(
      [...workloads].map(([key, workload]) => wantedOf(key, workload)),
      measured,
    );
    const proposals = matches.map((match) =>
      propose(workloads.get(match.key) as Workload, match, measured.spanSeconds),
    );
    const isTrusting = invocation.flag('trust-few-samples');
    const changes = proposals.flatMap((workload) => changesOf(workload, isTrusting));
    const all = [...measured.remarks, ...remarks, ...heldBack(proposals, isTrusting)];
    const isJson = invocation.option('format') === 'json';
    const head = {
      source: measured.source,
      remarks: all,
      workloads: proposals.map((one) => asJson(one, isTrusting)),
    };
    if (!isJson) {
      if (proposals.length > 0) output.data(sanitize(`${printTable(proposals)}\n${total(proposals)}\n`));
      for (const remark of all) output.say(`note: ${remark}`);
    }
    if (changes.length === 0) {
      if (isJson) output.data(json({ ...head, environment, written: false }));
      output.say(
        proposals.length === 0 ? 'nothing of this environment was measured' : 'there is nothing to change',
      );
      return proposals.length === 0 ? EXIT.findings : EXIT.success;
    }
    const isWriting = invocation.flag('write');
    const target = targetFile(
      compileInstead(environment, context),
      invocation.option('in'),
      one.names,
      context,
    );
    return editSpec(
      { ...target, changes },
      {
        environment,
        command: `elastiform tune ${environment} --write`,
        isDryRun: !isWriting,
        dryRunSays: 'nothing was written; --write writes it into the spec',
        isJson,
        isSynthesizing: false,
        json: head,
      },
      context,
    );
  },
};

/** @throws UsageError for a file that cannot be read or recognised */
function measuredBy(invocation: Invocation, { folder }: CliContext): Measured {
  const read = (option: string, resource?: Resource): Measured[] => {
    const path = invocation.option(option);
    if (path === undefined) return [];
    const name = path === '-' ? 'standard input' : path;
    const input = readInput(folder, path);
    if ('problem' in input)
      throw new UsageError(`${name} ${input.problem}`, `--${option} names the measurements`);
    const result = readMeasured(input.text, resource);
    if (!result.ok) throw new UsageError(`${name}: ${result.problem}`, result.help);
    return [result.measured];
  };
  const all = [...read('from'), ...read('cpu', 'cpu'), ...read('memory', 'memory')];
  const sources = new Set(all.map(({ source }) => source));
  if (all.length === 0)
    throw new UsageError(
      'tune needs measurements',
      'name them with --from FILE, or with --cpu FILE and --memory FILE',
    );
  if (sources.size > 1)
    throw new UsageError(`${[...sources].join(' and ')} cannot be mixed`, 'take the files of one source');
  return all.length === 1 ? (all[0] as Measured) : together(all);
}

function workloadsOf({ model }: ResolvedSpec): Workloads {
  return (model['workloads'] ?? new Map()) as Workloads;
}

function wantedOf(key: string, { name, namespace, container, image }: Workload) {
  return { key, name, namespace, container, isManaged: image !== undefined };
}

function changesOf(workload: WorkloadProposal, isTrusting: boolean): readonly SpecChange[] {
  return writtenOf(workload, isTrusting).map((proposal) => ({
    path: ['workloads', workload.key, ...proposal.path],
    value: formatValue(proposal, proposal.proposed),
  }));
}

/** What one moment shows can only be too little, so it may raise a value; to lower one takes a day. */
function writtenOf({ proposals, isEnough }: WorkloadProposal, isTrusting: boolean): readonly Proposal[] {
  const changes = proposals.filter(isChange);
  if (isEnough || isTrusting) return changes;
  const raised = new Set(
    changes
      .filter(({ kind, now, proposed }) => kind === 'request' && proposed > (now ?? 0))
      .map(({ resource }) => resource),
  );
  return changes.filter(
    ({ resource, kind, now, proposed }) =>
      raised.has(resource) || (kind === 'limit' && proposed > (now ?? 0)),
  );
}

function heldBack(workloads: readonly WorkloadProposal[], isTrusting: boolean): readonly string[] {
  return workloads.flatMap((workload) => {
    const { key, samples, isEnough, proposals } = workload;
    if (isEnough) return [];
    const left = proposals.filter(isChange).length - writtenOf(workload, isTrusting).length;
    const held =
      left > 0
        ? `; ${plural(left, 'lower value')} shown and not taken, unless --trust-few-samples says so`
        : '';
    return [
      `${key}: ${plural(samples, 'sample')} of each kind: a moment and not a day (${policy.enoughSamples} samples over ${policy.enoughSeconds / 3600} hours do)${held}`,
    ];
  });
}

function total(workloads: readonly WorkloadProposal[]): string {
  const sum = (pods: (workload: WorkloadProposal) => number) => {
    const savings = workloads.map((workload) => savingOf(workload, pods(workload)));
    const cores = savings.reduce((all, { cores: one }) => all - one, 0);
    const gib = savings.reduce((all, { gib: one }) => all - one, 0);
    return `${signed(cores)} cores, ${signed(gib)} GiB`;
  };
  const least = sum(({ least: pods }) => pods);
  const most = sum(({ most: pods }) => pods);
  return `\nrequests of all pods: ${least === most ? most : `${least} at the fewest pods; ${most} at the most`}`;
}

function asJson(workload: WorkloadProposal, isTrusting: boolean): unknown {
  const { key, container, pods, least, most, samples, isEnough, proposals, remarks } = workload;
  const written = new Set(writtenOf(workload, isTrusting));
  return {
    workload: key,
    container,
    podsMeasured: pods,
    pods: { least, most },
    samples,
    isEnough,
    values: proposals.map((proposal) => ({
      path: formatPath(['workloads', key, ...proposal.path]),
      now: proposal.now === undefined ? null : formatValue(proposal, proposal.now),
      proposed: formatValue(proposal, proposal.proposed),
      measured: proposal.measured,
      formula: proposal.formula,
      isTaken: written.has(proposal),
    })),
    saving: { atLeast: savingOf(workload, least), atMost: savingOf(workload, most) },
    remarks,
  };
}
