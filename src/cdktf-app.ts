import { App } from 'cdktf';
import { compileEnvironments } from './cli/environments.ts';
import { EXIT } from './cli/exit-code.ts';
import { makeOutput } from './cli/output.ts';
import { hasErrors, report } from './cli/report.ts';
import { components, knowledge } from './components/registry.ts';
import { onProcess } from './host/process.ts';
import { fillRoots } from './terraform/synthesize.ts';

// For people who run the cdktf command line: `cdktf synth` starts this file (cdktf.json) and finds the same
// constructs in cdktf.out/stacks/<env> and <env>-kubernetes. Our own commands never go through it.
await onProcess(async (surroundings) => {
  const context = {
    ...surroundings,
    prefix: '',
    specs: 'specs',
    knowledge,
    version: '',
    output: makeOutput(surroundings, surroundings.colour),
  };
  const compiled = compileEnvironments([], context);
  report(compiled, context);
  if (hasErrors(compiled)) return EXIT.findings;
  const app = new App();
  for (const spec of compiled.resolved) await fillRoots(spec, components, app);
  app.synth();
  return EXIT.success;
});
