import type { Command } from './command.ts';
import { affectedCommand } from './commands/affected.ts';
import { capacityCommand } from './commands/capacity.ts';
import { costCommand } from './commands/cost.ts';
import { diffCommand } from './commands/diff.ts';
import { explainCommand } from './commands/explain.ts';
import { importCommand } from './commands/import.ts';
import { initCommand } from './commands/init.ts';
import { loadtestCommand } from './commands/loadtest.ts';
import { resolveCommand } from './commands/resolve.ts';
import { reviewCommand } from './commands/review.ts';
import { scaleCommand } from './commands/scale.ts';
import { scheduleCommand } from './commands/schedule.ts';
import { schemaCommand } from './commands/schema.ts';
import { synthCommand } from './commands/synth.ts';
import { tuneCommand } from './commands/tune.ts';
import { validateCommand } from './commands/validate.ts';
import { versionCommand } from './commands/version.ts';

/** Every verb, in the order of the help. */
export const commands: readonly Command[] = [
  initCommand,
  importCommand,
  validateCommand,
  synthCommand,
  resolveCommand,
  costCommand,
  diffCommand,
  affectedCommand,
  explainCommand,
  reviewCommand,
  capacityCommand,
  scheduleCommand,
  scaleCommand,
  tuneCommand,
  loadtestCommand,
  schemaCommand,
  versionCommand,
];
