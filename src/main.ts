#!/usr/bin/env node
import packageJson from '../package.json' with { type: 'json' };
import { run } from './cli/run.ts';
import { knowledge } from './components/registry.ts';
import { onProcess } from './host/process.ts';

await onProcess((surroundings) => run({ ...surroundings, knowledge, version: packageJson.version }));
