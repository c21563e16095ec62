import type { CliContext } from '../command.ts';
import type { CompilerFindings } from '../environments.ts';
import { DEFAULT_OUTPUT, outputFolder } from '../output-folder.ts';
import { hasErrors } from '../report.ts';
import { synthesizeAll } from './synthesize-all.ts';

/** What is wrong with all specs of a folder, and no model of any: of thousands they would fill the memory. */
export interface Validated extends CompilerFindings {
  /** Environments, sorted; none where something has an error. */
  readonly valid: readonly string[];
}

/**
 * Compiles all environments in as many threads as pay.
 *
 * @throws UsageError for a folder without specs
 */
export async function validateAll(context: CliContext, threadCount?: number): Promise<Validated> {
  const out = outputFolder(context.folder, DEFAULT_OUTPUT);
  const options = { wanted: [], out, format: 'hcl', threadCount, mayReuse: false, told: 'nothing' } as const;
  const { located, texts, environments, run } = await synthesizeAll(options, context);
  run.end();
  const findings = { located, texts };
  return { ...findings, valid: hasErrors(findings) ? [] : [...environments.keys()] };
}
