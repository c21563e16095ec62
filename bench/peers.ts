import { cpSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inTurns, type Program } from './measure.ts';
import { CHECKOUT, type PackageUnderTest } from './package-under-test.ts';
import type { PeerTools } from './peer-tools.ts';
import { writeEnvironments } from './specs.ts';
import { ratios, type Summary, summarise } from './statistics.ts';

export interface PeerResult {
  readonly job: string;
  readonly name: string;
  readonly wallMs: Summary;
  readonly peakMiB: Summary;
  /** To elastiform in the same turn; below 1 the peer is faster. */
  readonly ratio: Summary;
}

/** The official command line of cdktf on the same constructs, and languages of configuration on the same values. */
export function peers(
  elastiform: PackageUnderTest,
  tools: PeerTools,
  folder: string,
  count: number,
  rounds: number,
): readonly PeerResult[] {
  const samples = join(folder, 'samples');
  cpSync(join(CHECKOUT, 'specs'), join(samples, 'specs'), { recursive: true });
  const many = join(folder, 'many');
  writeEnvironments(many, count);
  const ours = { [OURS]: elastiform.command(['synth', '--no-cache', '--check'], samples) };
  const jobs: Record<string, Record<string, Program>> = {
    '3 sample environments': {
      ...ours,
      ...(tools.cdktf ? { 'cdktf synth': cdktf(tools.cdktf, samples) } : {}),
    },
    [`${count} environments`]: {
      [OURS]: elastiform.command(['synth', '--no-cache', '--check'], many),
      ...(tools.jsonnet ? { jsonnet: jsonnet(tools.jsonnet, count, join(folder, 'jsonnet')) } : {}),
      ...(tools.pkl ? { pkl: pkl(tools.pkl, count, join(folder, 'pkl')) } : {}),
    },
  };
  return Object.entries(jobs).flatMap(([job, programs]) => {
    inTurns(programs, 1);
    const measured = inTurns(programs, rounds);
    const own = measured[OURS]!.map(({ wallMs }) => wallMs);
    return Object.entries(measured).map(([name, all]) => ({
      job,
      name,
      wallMs: summarise(all.map(({ wallMs }) => wallMs)),
      peakMiB: summarise(all.map(({ peakMiB = Number.NaN }) => peakMiB)),
      ratio: ratios(
        all.map(({ wallMs }) => wallMs),
        own,
      ),
    }));
  });
}

const OURS = 'elastiform synth';
const PEERS = join(CHECKOUT, 'bench/peers');

/** The entry of this repository that `cdktf.json` names, on the same specs. */
function cdktf(program: string, folder: string): Program {
  const app = `npx --no-install tsx src/cdktf-app.ts`;
  writeFileSync(
    join(folder, 'cdktf.json'),
    JSON.stringify({ language: 'typescript', app, projectId: 'bench' }),
  );
  for (const name of ['src', 'node_modules', 'package.json', 'tsconfig.json'])
    if (!readdirSync(folder).includes(name)) symlinkSync(join(CHECKOUT, name), join(folder, name));
  return {
    words: [process.execPath, program, 'synth', '--output', join(folder, 'cdktf.out')],
    folder,
    environment: { CHECKPOINT_DISABLE: '1', DISABLE_VERSION_CHECK: '1', CI: '1' },
  };
}

function jsonnet(
  { words, environment }: NonNullable<PeerTools['jsonnet']>,
  count: number,
  out: string,
): Program {
  mkdirSync(out, { recursive: true });
  const source = join(PEERS, 'jsonnet/environments.jsonnet');
  return { words: [...words, '-m', out, '--ext-code', `count=${count}`, source], environment };
}

function pkl(program: string, count: number, out: string): Program {
  return { words: [program, 'eval', '-m', out, '-p', `count=${count}`, join(PEERS, 'pkl/environments.pkl')] };
}
