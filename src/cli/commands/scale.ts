import { type CliContext, type Command, type Invocation, TEXT_OR_JSON } from '../command.ts';
import { compileEnvironments } from '../environments.ts';
import type { ExitCode } from '../exit-code.ts';
import { failureCode, report } from '../report.ts';
import { readAssignments } from '../scale/assignments.ts';
import { type Compiled, compileInstead } from '../scale/compiled.ts';
import { editSpec } from '../scale/edit-spec.ts';
import { findItem } from '../scale/item.ts';
import { leafAt } from '../scale/notes.ts';
import { targetFile } from '../scale/target-file.ts';
import { undo } from '../scale/undo.ts';
import { UsageError } from '../usage-error.ts';

export const scaleCommand: Command = {
  name: 'scale',
  summary: 'Change numbers of one item in the spec file itself, show what that means, and take it back',
  parameters: 'ENV [ITEM WHAT=VALUE…]',
  minParameters: 1,
  maxParameters: 100,
  options: {
    'dry-run': { type: 'boolean', summary: 'show what would change and write nothing' },
    undo: { type: 'boolean', summary: 'take the last edit of the environment back' },
    in: {
      type: 'string',
      value: 'FILE',
      summary: 'write into a file that the environment extends, for all who extend it, instead of its own',
    },
    synth: { type: 'boolean', summary: 'also write the Terraform, as elastiform synth ENV does' },
    format: TEXT_OR_JSON,
  },
  examples: [
    'elastiform scale prod workloads.blockchain-backend min=5 max=40',
    'elastiform scale prod nodeGroups.spot-nodes max=+10 --synth',
    'elastiform scale prod databases.postgres class=db.r6g.4xlarge storage=400GiB max=800GiB',
    'elastiform scale prod databases.postgres.readReplicas.replica-2 class=db.r6g.2xlarge',
    'elastiform scale prod caches.redis shards=6 replicas=2 --dry-run',
    'elastiform scale prod --undo',
  ],
  async run(invocation, context) {
    const [environment = '', item, ...words] = invocation.parameters;
    // Says what is there when the environment is not.
    const { names } = compileEnvironments([environment], context);
    const isJson = invocation.option('format') === 'json';
    if (invocation.flag('undo')) {
      if (item !== undefined)
        throw new UsageError('--undo takes the last edit back', `elastiform scale ${environment} --undo`);
      return undo(environment, names, { isDryRun: invocation.flag('dry-run'), isJson }, context);
    }
    if (item === undefined || words.length === 0)
      throw new UsageError('scale needs ENV ITEM WHAT=VALUE', `for instance: ${scaleCommand.examples[0]}`);
    const compiled = compileInstead(environment, context);
    return scale(compiled, item, words, names, invocation, context);
  },
};

async function scale(
  compiled: Compiled,
  item: string,
  words: readonly string[],
  names: readonly string[],
  invocation: Invocation,
  context: CliContext,
): Promise<ExitCode> {
  const { environment, document, spec, located, texts } = compiled;
  const { language } = context.knowledge;
  if (!document) {
    report({ located, texts }, context);
    return failureCode({ located, texts });
  }
  const path = findItem(item, language, document);
  const changes = readAssignments(path, words, {
    language,
    currentOf: (at) => spec && leafAt(spec.cells, at)?.value,
  });
  const target = targetFile(compiled, invocation.option('in'), names, context);
  const typed = ['elastiform scale', environment, item, ...words];
  const inFile = invocation.option('in');
  const command = [...typed, ...(inFile === undefined ? [] : [`--in ${inFile}`])].join(' ');
  const hint = hintFor(
    changes.map(({ path: at }) => at.at(-1) ?? ''),
    path,
    compiled,
  );
  return editSpec(
    { ...target, changes },
    {
      environment,
      command,
      isDryRun: invocation.flag('dry-run'),
      isJson: invocation.option('format') === 'json',
      isSynthesizing: invocation.flag('synth'),
      hint,
    },
    context,
  );
}

/** A fixed number under an autoscaler is refused; what is meant can be had with its bounds. */
function hintFor(keys: readonly string[], path: readonly string[], { spec }: Compiled): string | undefined {
  const [kind, name = ''] = path;
  if (kind !== 'workloads' || !keys.includes('replicas') || !spec) return undefined;
  if (!leafAt(spec.cells, ['workloads', name, 'autoscaling', 'maxReplicas'])) return undefined;
  return `autoscaling owns the number of pods: min=N raises it at once, min=N max=N holds it there`;
}
