import { afterAll, describe, expect, it } from 'vitest';
import { knowledge } from '../../components/registry.ts';
import { allPages } from '../../reference/all-pages.ts';
import { UNSAFE } from '../sanitize.ts';
import { Project } from '../testing/project.ts';

const project = new Project({}, knowledge);
afterAll(() => project.remove());

const explain = (...words: string[]) => project.run('explain', ...words);

describe('explain', () => {
  it('prints a page with everything on it', async () => {
    expect(await explain('yaml/tab')).toEqual({
      code: 0,
      stderr: '',
      stdout: `yaml/tab (error)

  lines are indented with spaces

why:     YAML counts spaces to see what belongs together, and a tab has no fixed width
to do:   indent with spaces, two for each level
source:  YAML 1.2.2 §6.1, 2021-10-01

wrong:
    aws:
    <TAB>tags: {Team: payments}

right:
    aws:
      tags: {Team: payments}

An error cannot be accepted.
`,
    });
  });

  it('says how to accept what can be accepted, at the place of the example', async () => {
    const { stdout } = await explain('workload/single-replica');
    expect(stdout).toContain('    - rule: workload/single-replica\n');
    expect(stdout).toContain('      path: workloads.api #');
  });

  it('lists all codes, one on each line', async () => {
    const { stdout } = await explain();
    const lines = stdout.trimEnd().split('\n');
    expect(lines.map((line) => line.split(' ')[0])).toEqual(allPages(knowledge).map(({ code }) => code));
    expect(lines).toContainEqual(expect.stringMatching(/^yaml\/tab +error +lines are indented with spaces$/));
  });

  it.each([
    ['yaml/tba', 'did you mean yaml/tab'],
    ['tab', 'did you mean yaml/tab?'],
    ['YAML/TAB', 'did you mean yaml/tab'],
    ['frobnicate', 'elastiform explain lists all codes'],
  ])('does not know %s', async (word, help) => {
    expect(await explain(word)).toMatchObject({
      code: 64,
      stdout: '',
      stderr: expect.stringContaining(help),
    });
  });

  it.each(allPages(knowledge).map(({ code }) => code))(
    'prints nothing of %s that moves a cursor',
    async (code) => {
      const { stdout } = await explain(code);
      expect(stdout.match(UNSAFE)).toBeNull();
      // The example is there, in text or in a sentence.
      expect(stdout).toMatch(/wrong:\n {2}.*\S/);
      expect(stdout).toMatch(/right:\n {2}.*\S/);
    },
  );
});
