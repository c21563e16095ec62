import { writeFileSync } from 'node:fs';
import type { ProviderSchema } from '../../src/terraform/schema/provider-schema.ts';
import { readAwsSchema } from './aws-schema.ts';
import { bindingVersions, readBindings } from './bindings.ts';
import { readKubernetesSchema } from './kubernetes-schema.ts';
import { printSchema } from './print-schema.ts';
import { reportDisagreements } from './report-disagreements.ts';
import { AWS_TYPES } from './wanted-types.ts';

/** Of the data; move it when a newer provider is read, never with the clock. */
const DATE = '2026-11-25';

const mirror = process.env['ELASTIFORM_TF_MIRROR'];

write('kubernetes', readKubernetesSchema(DATE));
if (mirror === undefined || mirror === '') {
  console.log('aws: skipped, ELASTIFORM_TF_MIRROR names no filesystem mirror of providers');
} else {
  const aws = readAwsSchema(mirror, DATE);
  write('aws', aws);
  console.log(`\nbindings of ${bindingVersions('aws').provider} against the provider ${aws.version}:`);
  for (const line of reportDisagreements(readBindings('aws', AWS_TYPES), aws)) console.log(line);
}

function write(name: string, schema: ProviderSchema): void {
  const text = printSchema(schema);
  writeFileSync(new URL(`../../src/terraform/schema/data/${name}.json`, import.meta.url), text);
  const types = Object.keys(schema.resources).length + Object.keys(schema.data).length;
  console.log(`${name}: ${schema.version}, ${types} types, ${text.length} bytes`);
}
