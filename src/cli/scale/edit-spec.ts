import { projectFiles } from '../../host/project-files.ts';
import type { CliContext } from '../command.ts';
import { synthCommand } from '../commands/synth.ts';
import { EXIT, type ExitCode, worst } from '../exit-code.ts';
import type { Located } from '../located.ts';
import { DEFAULT_OUTPUT, outputFolder } from '../output-folder.ts';
import { plural } from '../report.ts';
import { isRefused, previewChanges, type Wanted } from './preview.ts';
import { previewJson, printPreview, refusalJson, reportFindings } from './print.ts';
import { saveEdit } from './save.ts';

export interface EditOptions {
  /** Whose edit it is, for `--undo`. */
  readonly environment: string;
  /** As it was typed. */
  readonly command: string;
  readonly isDryRun: boolean;
  readonly dryRunSays?: string;
  readonly isJson: boolean;
  readonly isSynthesizing: boolean;
  /** What else to say when the edit is refused. */
  readonly hint?: string | undefined;
  /** Fields in front of the JSON. */
  readonly json?: Readonly<Record<string, unknown>>;
}

/** Shows what an edit does, and makes it unless the spec would have errors. */
export async function editSpec(wanted: Wanted, options: EditOptions, context: CliContext): Promise<ExitCode> {
  const { output, folder, today } = context;
  const { environment, command, isDryRun, isJson } = options;
  const { file, environments } = wanted;
  const preview = await previewChanges(wanted, context);
  const head = { ...options.json, environment };
  if (isRefused(preview)) {
    if (isJson) output.data(refusalJson(preview.located, { ...head, written: false }));
    else reportFindings(preview.located.filter(isError), preview.texts, context);
    if (options.hint !== undefined) output.say(`help: ${options.hint}`);
    output.say(
      `nothing was written: ${file} would have ${plural(preview.located.filter(isError).length, 'error')}`,
    );
    return EXIT.findings;
  }
  const isSame = preview.diff === '';
  const saved =
    isSame || isDryRun ? undefined : saveEdit(folder, environment, preview.edit, { command, date: today });
  if (isJson) output.data(previewJson(preview, { ...head, written: saved?.kind === 'saved' }));
  else if (!isSame) output.data(printPreview(preview));
  for (const { findings, texts, environment: name, oldFindings } of preview.environments) {
    if (!isJson) reportFindings(findings, texts, context);
    if (oldFindings > 0)
      output.say(`${name}: ${plural(oldFindings, 'finding')} as before; elastiform validate ${name}`);
  }
  if (saved?.kind === 'failed') {
    output.say(saved.message);
    output.say('nothing was written');
    return EXIT.io;
  }
  if (isSame) output.say(`${file} says so already; nothing was written`);
  else if (!saved) output.say(options.dryRunSays ?? 'a dry run: nothing was written');
  else {
    output.say(`wrote ${file}`);
    output.say(
      saved.isRemembered
        ? `take it back with: elastiform scale ${environment} --undo`
        : 'the file is too large to be remembered for --undo',
    );
  }
  if (isDryRun) return EXIT.success;
  if (options.isSynthesizing) return synthesize(environments, context);
  if (!isSame) output.say(`next: elastiform synth ${environments.join(' ')}`);
  return EXIT.success;
}

function isError({ diagnostic }: Located): boolean {
  return diagnostic.severity === 'error';
}

/** As `elastiform synth` does it, one environment after the other in the format that each has. */
async function synthesize(environments: readonly string[], context: CliContext): Promise<ExitCode> {
  const codes: ExitCode[] = [];
  for (const environment of environments) {
    const files = projectFiles(outputFolder(context.folder, DEFAULT_OUTPUT));
    const isJson = 'text' in files.read(`infra/env/${environment}/terraform.tf.json`);
    codes.push(
      await synthCommand.run(
        {
          parameters: [environment],
          flag: () => false,
          option: (name) => (name === 'format' && isJson ? 'json' : undefined),
        },
        context,
      ),
    );
  }
  return worst(codes);
}
