import type { Located } from '../../src/cli/located.ts';
import type { Findings } from '../../src/cli/reporters/findings.ts';
import { reportGithub } from '../../src/cli/reporters/github.ts';
import { reportGitlab } from '../../src/cli/reporters/gitlab.ts';
import { reportJson } from '../../src/cli/reporters/json.ts';
import { reportJunit } from '../../src/cli/reporters/junit.ts';
import { reportSarif } from '../../src/cli/reporters/sarif.ts';
import { reportText } from '../../src/cli/reporters/text.ts';
import { knowledge } from '../../src/components/registry.ts';
import { readCommand } from '../formats/github-commands.ts';
import { junitProblems } from '../formats/junit-shape.ts';
import { readXml } from '../formats/read-xml.ts';
import { isGitlab, isSarif } from '../formats/validators.ts';

/** What a format tells: the code and line of each finding, line 1 where it has none; and what its schema refuses. */
export interface Told {
  readonly findings: readonly string[];
  readonly problems: readonly unknown[];
}

export function findingsToTell({ located }: Findings): readonly string[] {
  return located.map(({ diagnostic, span }) => `${diagnostic.code}:${span?.start.line ?? 1}`).sort();
}

/** The six formats, each read back by what knows nothing of how it was written. */
export const formats: Readonly<Record<string, (findings: Findings) => Told>> = {
  text: ({ located, texts }) => {
    const blocks = reportText(located, texts, false).split('\n\n');
    const heads = blocks.map((block) => /^(?:\S+?:(\d+):\d+ )?(?:error|warning|info) (\S+)$/m.exec(block));
    const told = heads.flatMap((head) => (head ? [`${head[2]}:${head[1] ?? 1}`] : []));
    // Text for people stops at 50, and says so.
    const more = Number(/^… and (\d+) more$/.exec(blocks.at(-1) ?? '')?.[1] ?? 0);
    const hidden = more > 0 ? located.slice(-more).map(lineOf) : [];
    return { findings: [...told, ...hidden].sort(), problems: [] };
  },
  json: ({ located, texts }) => {
    const report: JsonReport = JSON.parse(reportJson(located, texts));
    const told = report.diagnostics.map(({ code, range }) => `${code}:${range?.start.line ?? 1}`);
    return { findings: told.sort(), problems: isVersion(report.formatVersion) ? [] : [report.formatVersion] };
  },
  sarif: (findings) => {
    const log: SarifLog = JSON.parse(reportSarif(findings, knowledge));
    const problems = isSarif(log) ? [] : (isSarif.errors ?? []);
    const told = log.runs[0]!.results.map(
      ({ ruleId, locations }) => `${ruleId}:${locations[0]!.physicalLocation.region?.startLine ?? 1}`,
    );
    return { findings: told.sort(), problems };
  },
  github: (findings) => {
    const commands = reportGithub(findings).split('\n').slice(0, -1).map(readCommand);
    const told = commands.map((read) => `${read?.properties['title']}:${read?.properties['line'] ?? 1}`);
    return { findings: told.sort(), problems: commands.filter((read) => read === undefined) };
  },
  gitlab: (findings) => {
    const issues: GitlabIssue[] = JSON.parse(reportGitlab(findings));
    const told = issues.map(({ check_name, location }) => `${check_name}:${location.lines.begin}`);
    return { findings: told.sort(), problems: isGitlab(issues) ? [] : (isGitlab.errors ?? []) };
  },
  junit: (findings) => {
    const report = reportJunit(findings);
    const root = readXml(report);
    const lines = report.matchAll(
      /(?:^|>)(?:\S+?)(?::(\d+):\d+)? (?:error|warning|info) ([a-z-]+\/[a-z0-9-]+): /gm,
    );
    const told = [...lines].map(([, line, code]) => `${code}:${line ?? 1}`);
    return { findings: told.sort(), problems: junitProblems(root) };
  },
};

const lineOf = ({ diagnostic, span }: Located) => `${diagnostic.code}:${span?.start.line ?? 1}`;
const isVersion = (text: unknown) => typeof text === 'string' && /^1\.\d+$/.test(text);

interface JsonReport {
  readonly formatVersion: unknown;
  readonly diagnostics: readonly { readonly code: string; readonly range?: { start: { line: number } } }[];
}

interface SarifLog {
  readonly runs: readonly {
    readonly results: readonly {
      readonly ruleId: string;
      readonly locations: readonly {
        readonly physicalLocation: { readonly region?: { startLine: number } };
      }[];
    }[];
  }[];
}

interface GitlabIssue {
  readonly check_name: string;
  readonly location: { readonly lines: { readonly begin: number } };
}
