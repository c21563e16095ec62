import type { Command } from './command.ts';
import { resolveCommand } from './commands/resolve.ts';
import { schemaCommand } from './commands/schema.ts';
import { synthCommand } from './commands/synth.ts';
import { validateCommand } from './commands/validate.ts';
import { versionCommand } from './commands/version.ts';

/** Every verb, in the order of the help. */
export const commands: readonly Command[] = [
  validateCommand,
  synthCommand,
  resolveCommand,
  schemaCommand,
  versionCommand,
];
