#!/usr/bin/env node
// Runs the compiler from its TypeScript sources, in any folder.
import { register } from 'tsx/esm/api';

register();
await import('../src/main.ts');
