import { knowledge } from '../../components/registry.ts';
import type { Asker } from '../../host/terminal.ts';
import { makeInitCommand } from '../commands/init.ts';
import type { ExitCode } from '../exit-code.ts';
import { makeOutput } from '../output.ts';

/** `init` with somebody to ask; what it says is not kept. */
export function runInit(
  folder: string,
  options: Readonly<Record<string, string>>,
  asker: Asker,
): Promise<ExitCode> {
  const written = new Map(Object.entries(options));
  return makeInitCommand(() => asker).run(
    { parameters: [], flag: () => false, option: (name) => written.get(name) },
    {
      folder,
      prefix: '',
      specs: 'specs',
      knowledge,
      today: '2026-11-25',
      version: '1.2.3',
      output: makeOutput({ stdout: () => {}, stderr: () => {} }, false),
    },
  );
}
