import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, release, tmpdir, type } from 'node:os';
import { join } from 'node:path';
import { coldStart } from './cold-start.ts';
import { curve, type Line } from './curve.ts';
import { makePackage } from './package-under-test.ts';
import { page } from './page.ts';
import { fetchPeers } from './peer-tools.ts';
import { peers } from './peers.ts';
import type { Results } from './results.ts';
import { type Curve, scale } from './scale.ts';
import { terraform } from './terraform.ts';

// npm run bench [-- --quick] [-- --out FOLDER]
const isQuick = process.argv.includes('--quick');
const out = process.argv.includes('--out')
  ? process.argv[process.argv.indexOf('--out') + 1]!
  : join(import.meta.dirname, 'results');
const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'elastiform-bench-')));
const folder = (name: string) => {
  mkdirSync(join(scratch, name));
  return join(scratch, name);
};
const say = (what: string) => process.stderr.write(`${what} …\n`);

try {
  const load = loadavg()[0]!.toFixed(1);
  say('fetching peers, bundling');
  const tools = fetchPeers(isQuick);
  const elastiform = await makePackage(folder('package'));
  say('cold start');
  const cold = coldStart(elastiform, folder('cold'), isQuick ? 7 : 31);
  say('growth');
  const counts = isQuick
    ? { environments: [10, 30, 100], resources: [10, 100, 1000] }
    : { environments: [10, 30, 100, 300, 1000, 2000], resources: [10, 30, 100, 300, 1000, 2000, 5000] };
  const curves = scale(elastiform, folder('scale'), counts, isQuick ? 1 : 3);
  say('peers');
  const beside = peers(elastiform, tools, folder('peers'), isQuick ? 100 : 1000, isQuick ? 3 : 11);
  say('terraform');
  const checks = await terraform(elastiform, join(scratch, 'cold'), isQuick ? 1 : 7);
  const results: Results = {
    machine: {
      cpu: cpus()[0]?.model ?? 'unknown',
      processors: availableParallelism(),
      node: process.versions.node,
      system: `${type()} ${release()}`,
      load,
      date: new Date().toISOString().slice(0, 10),
      mode: isQuick ? 'quick' : 'full',
    },
    cold,
    curves,
    peers: beside,
    terraform: checks,
    missing: tools.missing,
  };
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, 'results.json'), asJson(results));
  writeFileSync(join(out, 'README.md'), page(results));
  for (const [name, text] of Object.entries(figures(curves))) writeFileSync(join(out, name), text);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function figures(curves: readonly Curve[]): Record<string, string> {
  const lines = (of: string, value: 'cpuMs' | 'peakMiB' | 'wallMs'): readonly Line[] =>
    curves
      .filter((one) => one.of === of)
      .map(({ name, points }) => ({
        name,
        points: points.map((point) => [point.count, point[value]] as const),
      }));
  return {
    'environments.svg': curve({
      title: 'Environments of 25 resources',
      x: 'environments',
      y: 'ms',
      lines: lines('environments', 'wallMs'),
    }),
    'memory.svg': curve({
      title: 'Peak memory',
      x: 'environments',
      y: 'MiB',
      lines: lines('environments', 'peakMiB'),
    }),
    'resources.svg': curve({
      title: 'One environment',
      x: 'resources',
      y: 'ms',
      lines: lines('resources', 'wallMs'),
    }),
  };
}

/** As the formatter of this repository has it: numbers of a list in one line. */
function asJson(results: Results): string {
  const text = JSON.stringify(results, null, 2);
  return `${text.replace(/\[\s+([\d.,\se+-]+?)\s+\]/g, (_, list: string) => `[${list.split(/,\s+/).join(', ')}]`)}\n`;
}
