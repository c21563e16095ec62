import type { CliContext } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { checkedAsIs, writtenAsIs } from '../write-target.ts';
import { collectOutput } from './collect-output.ts';
import type { JobOutput, Written } from './job.ts';
import type { Synthesized } from './synthesize-all.ts';

/** Writes or checks what was synthesized, and tells of each environment in the order of their names. */
export async function writeAll(
  { environments, run }: Synthesized,
  isCheck: boolean,
  { output }: CliContext,
): Promise<readonly ExitCode[]> {
  const names = [...environments.keys()];
  const written = new Map<string, Written>();
  let told = 0;
  /** As far as the next one that is still being written. */
  const tell = () => {
    for (; told < names.length; told += 1) {
      const name = names[told]!;
      const one = written.get(name) ?? asIs(name, environments.get(name)?.output, isCheck);
      if (!one) return;
      written.set(name, one);
      for (const line of one.lines) output.say(line);
    }
  };
  await run.finish((one) => {
    written.set(one.name, one);
    tell();
  });
  tell();
  return [...written.values()].map(({ code }) => code as ExitCode);
}

/** @returns nothing for files that are to be written */
function asIs(name: string, output: JobOutput | undefined, isCheck: boolean): Written | undefined {
  if (!output?.isHeld) return undefined;
  const collected = collectOutput();
  if (isCheck) checkedAsIs(name, collected.output);
  else writtenAsIs(name, output.fileCount, collected.output);
  return { name, code: EXIT.success, lines: collected.lines };
}
