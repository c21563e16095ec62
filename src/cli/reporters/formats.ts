import type { CliContext } from '../command.ts';
import type { CompilerFindings } from '../environments.ts';
import type { Findings } from './findings.ts';
import { reportGithub } from './github.ts';
import { reportGitlab } from './gitlab.ts';
import { reportJson } from './json.ts';
import { reportJunit } from './junit.ts';

/** How findings can be told; all but the first are for machines and go to standard output. */
export const FORMATS = ['text', 'json', 'sarif', 'github', 'gitlab', 'junit'] as const;

/** The findings in a format for machines. @returns nothing for `text` */
export async function reportAs(
  format: string | undefined,
  { located, texts }: CompilerFindings,
  context: CliContext,
  failOn: Findings['failOn'] = 'error',
): Promise<string | undefined> {
  const { prefix, specs, today, version, knowledge } = context;
  const findings: Findings = { located, texts, prefix, specs, today, version, failOn };
  switch (format) {
    case 'json':
      return reportJson(located, texts);
    case 'sarif': {
      // Knows all pages, which the other formats do not need.
      const { reportSarif } = await import('./sarif.ts');
      return reportSarif(findings, knowledge);
    }
    case 'github':
      return reportGithub(findings);
    case 'gitlab':
      return reportGitlab(findings);
    case 'junit':
      return reportJunit(findings);
    default:
      return undefined;
  }
}
