import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../src/catalog/catalog.ts';
import type { Located } from '../../src/cli/located.ts';
import type { Findings } from '../../src/cli/reporters/findings.ts';
import { reportGithub } from '../../src/cli/reporters/github.ts';
import { reportGitlab } from '../../src/cli/reporters/gitlab.ts';
import { reportJson } from '../../src/cli/reporters/json.ts';
import { reportJunit } from '../../src/cli/reporters/junit.ts';
import { reportSarif } from '../../src/cli/reporters/sarif.ts';
import { reportText } from '../../src/cli/reporters/text.ts';
import { UNSAFE } from '../../src/cli/sanitize.ts';
import { Project, validSpec } from '../../src/cli/testing/project.ts';
import { knowledgeOf } from '../../src/compiler/compile.ts';
import { compilerPages } from '../../src/compiler/diagnostics/compiler-pages.ts';
import { createSourceText } from '../../src/compiler/load/source-text.ts';
import { readCommand } from './github-commands.ts';
import { junitProblems } from './junit-shape.ts';
import { readXml } from './read-xml.ts';
import { isGitlab, isSarif } from './validators.ts';

const knowledge = knowledgeOf([], [], builtInCatalog);

/** What each format tells of the findings, after it was proved to be valid: `code` of each, sorted. */
const READERS: Readonly<Record<string, (report: string) => readonly string[]>> = {
  json: (report) => {
    const { formatVersion, diagnostics } = JSON.parse(report);
    expect(formatVersion).toBe('1.2');
    return diagnostics.map(({ code }: { code: string }) => code);
  },
  sarif: (report) => {
    const log = JSON.parse(report);
    isSarif(log);
    expect(isSarif.errors ?? []).toEqual([]);
    const [{ results, tool, columnKind }] = log.runs;
    expect(columnKind).toBe('utf16CodeUnits');
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
    return results.map(({ ruleId }: { ruleId: string }) => ruleId);
  },
  github: (report) => {
    const lines = report.split(/\r\n|[\r\n]/);
    expect(lines.pop()).toBe('');
    return lines.map((line) => {
      const command = readCommand(line);
      expect(['error', 'warning', 'notice']).toContain(command?.command);
      const { file, title, ...numbers } = command!.properties;
      expect(file).not.toBe('');
      for (const [name, value] of Object.entries(numbers)) {
        expect(['line', 'endLine', 'col', 'endColumn']).toContain(name);
        expect(value).toMatch(/^[1-9][0-9]*$/);
      }
      return title ?? '';
    });
  },
  gitlab: (report) => {
    const issues = JSON.parse(report);
    isGitlab(issues);
    expect(isGitlab.errors ?? []).toEqual([]);
    const fingerprints = issues.map(({ fingerprint }: { fingerprint: string }) => fingerprint);
    expect(new Set(fingerprints).size).toBe(fingerprints.length);
    return issues.map(({ check_name: code }: { check_name: string }) => code);
  },
};

/** JUnit has one case for each code of a file, so it cannot be compared one by one. */
function readJunit(report: string): readonly string[] {
  const root = readXml(report);
  expect(junitProblems(root)).toEqual([]);
  const names = root.children.flatMap(({ children }) =>
    children.flatMap(({ name, attributes }) => (name === 'testcase' ? [attributes.get('name') ?? ''] : [])),
  );
  return [...new Set(names)].filter((name) => name !== 'valid').sort();
}

function expectSafe(report: string): void {
  expect(report.match(UNSAFE)).toBeNull();
}

let project: Project;
afterEach(() => project?.remove());

/** Runs `validate` in a format on specs, and returns code and report. */
async function validate(files: Record<string, string>, ...words: string[]) {
  project?.remove();
  project = new Project(files);
  return project.run('validate', ...words);
}

/** Specs with everything that a value, a key and the name of a file can do to a report. */
const HOSTILE: Readonly<Record<string, string>> = {
  'specs/prod.yaml': `${validSpec('prod')}"\\n::set-output name=a::b": 1
"##[add-mask]x": 1
"]]>&lt;<!--&": 2
"{0} [a](javascript:1) %0A %25": 3
"😀": 5
'"''\`$(id)': 6
`,
  'specs/escapes.yaml': `${validSpec('escapes')}"\\e[2J\\u009b\\u202e]]>\\u0001\\ufffe": 4\n`,
  'specs/a,b:c%0A::error::x.yaml': validSpec('other'),
  'specs/<&"é😀 #?.yaml': 'environment: [\n',
  'specs/\u001b[2J\u202e.yaml': '',
  'specs/new\nline.yaml': 'a: *b\n',
  'specs/lost.yaml': 'tier: dev\n',
  'specs/old.yml': '',
};

describe('a hostile project', () => {
  it('gives the same findings in every format, each valid and safe to print', async () => {
    const { stdout: json } = await validate(HOSTILE, '--format', 'json');
    const expected = [...READERS['json']!(json)].sort();
    expect(expected.length).toBeGreaterThan(10);
    for (const [format, read] of Object.entries(READERS)) {
      const { code, stdout, stderr } = await project.run('validate', '--format', format);
      expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
      expect([...read(stdout)].sort(), format).toEqual(expected);
      expectSafe(stdout);
    }
    const junit = (await project.run('validate', '--format', 'junit')).stdout;
    expect(readJunit(junit)).toEqual([...new Set(expected)]);
    expectSafe(junit);
  });

  it('cannot speak to GitHub in the text for people either', async () => {
    const { stderr } = await validate(HOSTILE);
    expectSafe(stderr);
    const commands = stderr.split(/\r\n|[\r\n]/).flatMap((line) => readCommand(line)?.command ?? []);
    expect(commands.filter((command) => !command.startsWith('##'))).toEqual([]);
  });
});

/** Texts of which half are made of what the formats treat as their own. */
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        '::',
        '%',
        '%0A',
        '\r',
        '\n',
        '\t',
        ',',
        ':',
        ']]>',
        '&',
        '<',
        '>',
        '"',
        "'",
        '\u0000',
        '\u0001',
        '\u001b[2J',
        '\u009b',
        '\u202e',
        '\ud83d',
        '😀',
        '\ufffe',
        '\uffff',
        '\u2028',
        '{0}',
        '[a](b)',
        '`',
        '##[error]',
        '::set-output name=a::b',
        ' ',
        '/',
        '..',
        'é',
        '\ufeff',
      ),
    )
    .map((parts) => parts.join('')),
); // prettier-ignore

const codes = compilerPages.map(({ code }) => code);

const findings: fc.Arbitrary<Findings> = fc
  .array(
    fc.record({
      code: fc.constantFrom(...codes),
      severity: fc.constantFrom('error' as const, 'warning' as const, 'info' as const),
      message: text,
      why: text,
      help: text,
      file: text.map((name) => name || 'x'),
      content: text,
      from: fc.nat(20),
      length: fc.nat(20),
      path: fc.option(fc.array(text, { maxLength: 3 })),
      applicability: fc.constantFrom('machine' as const, 'maybe' as const),
      isPlaced: fc.boolean(),
    }),
    { maxLength: 6 },
  )
  .map((items) => {
    const texts = new Map(items.map(({ file, content }) => [file, content]));
    const located = items.map(
      ({ code, severity, message, why, help, file, from, length, path, isPlaced, applicability }) => {
        const span = createSourceText(file, texts.get(file)!).span(from, from + length);
        return {
          diagnostic: {
            ...{ code, severity, message, why, help, at: path ? { path } : span },
            suggestions: [{ message: why }, { message: help }],
          },
          related: [{ message: why, span }],
          fixes: [undefined, { message: help, applicability, edits: [{ span, text: message }] }],
          ...(isPlaced ? { span } : { file }),
        } as Located;
      },
    );
    return {
      located,
      texts,
      prefix: 'infra/',
      specs: 'specs',
      failOn: 'error',
      today: '2026-11-25',
      version: '1.2.3',
    } as const; // prettier-ignore
  });

describe('any findings', () => {
  const reports: Readonly<Record<string, (findings: Findings) => string>> = {
    json: ({ located, texts }) => reportJson(located, texts),
    sarif: (some) => reportSarif(some, knowledge),
    github: reportGithub,
    gitlab: reportGitlab,
  };

  it.each(Object.keys(reports))('are valid and complete as %s', (format) => {
    fc.assert(
      fc.property(findings, (some) => {
        const report = reports[format]!(some);
        expectSafe(report);
        const told = READERS[format]!(report);
        expect(told).toEqual(some.located.map(({ diagnostic }) => diagnostic.code));
      }),
      { numRuns: 300 },
    );
  });

  it('are valid and complete as junit', () => {
    fc.assert(
      fc.property(findings, (some) => {
        const report = reportJunit(some);
        expectSafe(report);
        const expected = new Set(some.located.map(({ diagnostic }) => diagnostic.code as string));
        expect(readJunit(report)).toEqual([...expected].sort());
      }),
      { numRuns: 300 },
    );
  });

  it('are safe as text, and begin no line that GitHub would obey', () => {
    fc.assert(
      fc.property(findings, ({ located, texts }) => {
        const report = reportText(located, texts, false);
        expectSafe(report);
        for (const line of report.split(/\r\n|[\r\n]/)) expect(line.trimStart()).not.toMatch(/^::/);
      }),
      { numRuns: 300 },
    );
  });
});

describe('places', () => {
  /** The mistake is `*x` in each; what stands before it is what the columns must count rightly. */
  it.each([
    ['plain', 'environment: prod\naws: {tags: {Team: *x}}\n'],
    ['a character beyond the BMP', 'aws: {tags: {A: "😀😀", Team: *x}}\n'],
    [
      'a combining accent in a comment before',
      '# e\u0301\u{1F469}\u200d\u{1F692}\naws: {tags: {Team: *x}}\n',
    ],
    ['a tab inside of the line', 'aws:\t{tags:\t{Team:\t*x}}\n'],
    ['CRLF', 'environment: prod\r\naws: {tags: {Team: *x}}\r\n'],
    ['a byte order mark', '\ufeffaws: {tags: {Team: *x}}\n'],
  ])('count UTF-16 units from 1, with the end behind: %s', async (_, spec) => {
    const { stdout } = await validate({ 'specs/prod.yaml': spec }, '--format', 'sarif');
    const [{ results }] = JSON.parse(stdout).runs;
    const alias = results.find(({ ruleId }: { ruleId: string }) => ruleId === 'yaml/unknown-alias');
    const { region } = alias.locations[0].physicalLocation;
    const lines = spec.replace(/^\ufeff/, '').split(/\r?\n/);
    expect(region.endLine).toBe(region.startLine);
    const line = lines[region.startLine - 1]!;
    expect(line.slice(region.startColumn - 1, region.endColumn - 1)).toBe('*x');

    const github = readCommand((await project.run('validate', '--format', 'github')).stdout.split('\n')[0]!);
    expect(github?.properties).toMatchObject({
      line: String(region.startLine),
      col: String(region.startColumn),
      endColumn: String(region.endColumn),
    });
  });

  it('are named as the folder sees them in which the command was started', async () => {
    project?.remove();
    project = new Project({ 'infra/specs/prod.yaml': 'a: *x\n' });
    const github = await project.run('validate', '-C', 'infra', '--format', 'github');
    expect(github.stdout).toContain('::error file=infra/specs/prod.yaml,line=1,');
    const gitlab = await project.run('validate', '-C', 'infra', '--format', 'gitlab');
    expect(JSON.parse(gitlab.stdout)[0].location).toEqual({
      path: 'infra/specs/prod.yaml',
      lines: { begin: 1, end: 1 },
    });
    const outside = await project.run(
      'validate',
      '-C',
      `${project.folder}/infra/../infra`,
      '--format',
      'sarif',
    );
    const [result] = JSON.parse(outside.stdout).runs[0].results;
    expect(result.locations[0].physicalLocation.artifactLocation.uri).toBe('infra/specs/prod.yaml');
  });
});

describe('fingerprints', () => {
  const of = async (spec: string) => {
    const { stdout } = await validate({ 'specs/prod.yaml': spec }, '--format', 'gitlab');
    return JSON.parse(stdout).map(({ fingerprint }: { fingerprint: string }) => fingerprint);
  };

  it('stay when lines are added above and values change', async () => {
    const before = await of(`${validSpec('prod')}wrong: 1\n`);
    const after = await of(`# new\n${validSpec('prod')}# new\nwrong: 2\n`);
    expect(after).toEqual(before);
  });

  it('stay for what has no spec path, too', async () => {
    expect(await of('# new\n\na: *b\n')).toEqual(await of('a: *b\n'));
  });

  it('differ between two findings that are alike', async () => {
    expect(new Set(await of('a: *b\nc: {a: *b}\n- x\n- x\n')).size).toBeGreaterThan(1);
  });
});

describe('--fail-on', () => {
  // A retired item that never was gives a warning, and a ledger that says so.
  const files = {
    'specs/prod.yaml': validSpec('prod', 'retired:\n  databases.mian: {reason: gone}\n'),
    'generated/infra/env/prod/stateful.json': '{"items": {}}\n',
  };

  it.each(['text', 'json', 'sarif', 'github', 'gitlab', 'junit'])(
    'decides the exit code of %s',
    async (format) => {
      expect(await validate(files, '--format', format)).toMatchObject({ code: 0 });
      expect(await project.run('validate', '--format', format, '--fail-on', 'warning')).toMatchObject({
        code: 1,
      });
      project.write('specs/prod.yaml', validSpec('prod', 'wrong: 1\n'));
      expect(await project.run('validate', '--format', format)).toMatchObject({ code: 1 });
      project.write('specs/prod.yaml', validSpec('prod'));
      expect(await project.run('validate', '--format', format, '--fail-on', 'warning')).toMatchObject({
        code: 0,
      });
    },
  );

  it('decides what is a failure for JUnit', async () => {
    const failures = (report: string) =>
      readXml(report).children.map(({ attributes }) => attributes.get('failures'));
    expect(failures((await validate(files, '--format', 'junit')).stdout)).toEqual(['0']);
    const strict = await project.run('validate', '--format', 'junit', '--fail-on', 'warning');
    expect(failures(strict.stdout)).toEqual(['1']);
  });
});

describe('no findings', () => {
  it.each(['json', 'sarif', 'github', 'gitlab', 'junit'])('are a valid report as %s', async (format) => {
    const { code, stdout } = await validate({ 'specs/prod.yaml': validSpec('prod') }, '--format', format);
    expect(code).toBe(0);
    const read = READERS[format] ?? readJunit;
    if (format === 'github') expect(stdout).toBe('');
    else expect(read(stdout)).toEqual([]);
  });
});

describe('synth --report', () => {
  it('tells the same findings, and writes only when there is no error', async () => {
    project?.remove();
    project = new Project({ 'specs/prod.yaml': validSpec('prod', 'wrong: 1\n') });
    const { code, stdout } = await project.run('synth', '--report', 'sarif');
    expect(code).toBe(1);
    expect(stdout).toBe((await project.run('validate', '--format', 'sarif')).stdout);
    expect(project.files()).toEqual(['specs/prod.yaml']);
    project.write('specs/prod.yaml', validSpec('prod'));
    const good = await project.run('synth', '--report', 'junit');
    expect(good.code).toBe(0);
    expect(readJunit(good.stdout)).toEqual([]);
    expect(project.files('generated').length).toBeGreaterThan(0);
  });
});
