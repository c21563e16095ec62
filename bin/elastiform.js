#!/usr/bin/env node
// Runs the compiler in any folder, as a bundle of its TypeScript sources: it starts in a quarter of the time.
import { register } from 'tsx/esm/api';
import { freshBundle } from './fresh-bundle.js';

const bundle = await freshBundle();
if (bundle === undefined) register();
await import(bundle ?? '../src/main.ts');
