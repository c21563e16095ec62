import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { removal } from '../../../compiler/rules/suggestions.ts';
import { readEngineVersion } from '../facts/engine-version.ts';
import type { Database, Databases } from '../schema.ts';
import { postgres } from './examples.ts';

export const replicaVersionLeft = defineRule<Databases>({
  code: 'database/replica-version-left',
  severity: 'warning',
  summary: 'a replica says its version only while an upgrade is under way',
  why: 'the line would hold the replica back at the next upgrade, and RDS wants replicas first',
  source:
    'as database/replica-version-behind; the provider computes engine_version where it is left out (5.100)',
  examples: {
    good: [postgres({ readReplicas: '{a: {engineVersion: "16.13"}}' })],
    bad: [
      postgres({ readReplicas: '{a: {engineVersion: "16.12"}}' }),
      postgres({ engineVersion: '"16"', readReplicas: '{a: {engineVersion: "16.13"}}' }),
    ],
  },
  check: eachItem<Database>('databases', ({ engine, engineVersion, readReplicas }, at, report) => {
    const primary = readEngineVersion(engine, engineVersion);
    for (const [key, { engineVersion: version }] of readReplicas) {
      if (version === undefined) continue;
      const isSameMajor = readEngineVersion(engine, version)?.major === primary?.major;
      const isLeftToRds = isSameMajor && primary?.isPinned === false;
      if (version !== engineVersion && !isLeftToRds) continue;
      report({
        at: at('readReplicas', key, 'engineVersion'),
        on: 'key',
        message: isLeftToRds
          ? `RDS chooses the minor version of ${engineVersion}, replicas first, and would leave ${version}`
          : `the primary has ${engineVersion} too, so the upgrade is done`,
        help: 'remove engineVersion from the replica; nothing changes by that',
        suggestions: [removal(at('readReplicas', key, 'engineVersion'), 'machine')],
      });
    }
  }),
});
