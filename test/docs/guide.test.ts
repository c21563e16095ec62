import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { knowledge } from '../../src/components/registry.ts';
import { allFields } from '../support/language-fields.ts';

/** One row of `docs/guide.md`: section, spec keys, what is generated, what is better than by hand. */
interface Row {
  readonly section: string;
  readonly spec: string;
  readonly generated: string;
}

const rows: readonly Row[] = readFileSync('docs/guide.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| Guide'))
  .map((line) => line.split(' | '))
  .map(([section = '', spec = '', generated = '']) => ({ section: section.slice(2), spec, generated }));

const keys = new Set(allFields(knowledge.language).map(({ path }) => path.slice(1)));
const generated = [...textsBelow('generated/infra'), ...textsBelow('test/golden/trees')].join('\n');

/** Every section of the scaling guide that tells what to do; sections that only group others are left out. */
const SECTIONS = [
  'When to Scale',
  'Manual Scaling',
  'Horizontal Pod Autoscaler (HPA)',
  'Custom Metrics Scaling',
  'EKS Worker Nodes (Cluster Autoscaler)',
  'Backend Pods (Resource Limits)',
  'Database (RDS Instance Class)',
  'Read Replicas',
  'Connection Pooling',
  'Database Storage Scaling',
  'Redis: Vertical Scaling',
  'Redis: Horizontal Scaling',
  'CloudFront',
  'S3',
  'Right-Sizing Resources',
  'Spot Instances for Non-Critical Workloads',
  'Auto-Scaling Schedules',
  'Monitoring and Metrics',
];

describe('the table of the guide', () => {
  it('has every section', () => {
    expect(rows.map(({ section }) => section)).toEqual(expect.arrayContaining(SECTIONS));
  });

  it.each(rows)('$section: its keys and commands exist', ({ spec }) => {
    const named = inBackticks(spec);
    expect(named.length).toBeGreaterThan(0);
    const unknown = named.filter((name) =>
      name.startsWith('elastiform ')
        ? !commands.some((command) => command.name === name.split(' ')[1])
        : !keys.has(name),
    );
    expect(unknown).toEqual([]);
  });

  it.each(rows)('$section: its resources are generated from the samples or the golden specs', (row) => {
    const types = inBackticks(row.generated).filter((name) => /^(?:aws|kubernetes)_/.test(name));
    expect(types.filter((type) => !generated.includes(`resource "${type}"`))).toEqual([]);
  });
});

function inBackticks(text: string): readonly string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map((match) => match[1]!);
}

function textsBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.tf'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
}
