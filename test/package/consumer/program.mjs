import { readFileSync } from 'node:fs';
import { compileSpec, components, knowledge, synthesize } from 'elastiform';

const files = { read: (path) => ({ text: readFileSync(path, 'utf8') }) };
const { value } = compileSpec('specs/prod.yaml', files, knowledge, { today: '2026-11-25' });
console.log(JSON.stringify([...(await synthesize(value, components, 'hcl'))]));
