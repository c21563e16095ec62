import { optional } from '../../compiler/language/fallback.ts';
import type { Field } from '../../compiler/language/field.ts';
import { map, section, text } from '../../compiler/language/fields.ts';
import type { Catalog } from '../catalog.ts';
import { ec2Type } from '../ec2/instance-types.ts';
import { elasticacheEngineVersion } from '../elasticache/engine-versions.ts';
import { elasticacheFamily } from '../elasticache/families.ts';
import { elasticacheNodeType } from '../elasticache/node-types.ts';
import { kubernetesVersion } from '../kubernetes/versions.ts';
import { rdsClass } from '../rds/classes.ts';
import { rdsEngineVersion } from '../rds/engine-versions.ts';
import { rdsFamily } from '../rds/families.ts';
import { day } from '../row-fields.ts';

/** The rows of each table: one definition for the schema, the types and the errors. */
export const tableFields = {
  ec2Types: rows(ec2Type, 'EC2 instance types', 'm9g.large', '^[a-z][a-z0-9-]{0,19}\\.[a-z0-9-]{1,19}$'),
  rdsClasses: rows(
    rdsClass,
    'RDS instance classes',
    'db.m9g.large',
    '^db\\.[a-z][a-z0-9]{1,9}\\.[a-z0-9.-]{1,24}$',
  ),
  rdsFamilies: rows(rdsFamily, 'families of RDS instance classes', 'db.m9g', '^db\\.[a-z][a-z0-9]{1,9}$'),
  rdsEngineVersions: rows(
    rdsEngineVersion,
    'major versions of the engines of RDS',
    'postgres 19',
    '^(?:postgres|mysql|mariadb) [1-9][0-9]?(?:\\.[0-9]{1,2})?$',
  ),
  elasticacheNodeTypes: rows(
    elasticacheNodeType,
    'ElastiCache node types',
    'cache.r9g.large',
    '^cache\\.[a-z][a-z0-9]{1,7}\\.[a-z0-9]{1,12}$',
  ),
  elasticacheFamilies: rows(
    elasticacheFamily,
    'families of ElastiCache node types',
    'cache.r9g',
    '^cache\\.[a-z][a-z0-9]{1,7}$',
  ),
  elasticacheEngineVersions: rows(
    elasticacheEngineVersion,
    'versions of the engines of ElastiCache',
    'valkey 9.1',
    '^(?:redis|valkey) [1-9][0-9]?(?:\\.(?:x|[0-9]{1,3})){1,2}$',
  ),
  kubernetesVersions: rows(
    kubernetesVersion,
    'minor versions of Kubernetes on EKS',
    '1.37',
    '^1\\.[0-9]{1,2}$',
  ),
} as const satisfies Record<keyof Catalog, Field>;

/** A file for `--catalog`. */
export const catalogField = section(
  {
    $schema: optional(
      text({
        description: 'The schema of this file, for editors.',
        example: './generated/schema/catalog.schema.json',
        maxLength: 2048,
      }),
      'no editor checks the file',
    ),
    source: text({
      description: 'Where the rows come from; findings of elastiform name the date only.',
      example: 'aws ec2 describe-instance-types, us-east-1',
      maxLength: 4096,
    }),
    date: day('The day on which the rows were read or last checked.'),
    tables: section(
      Object.fromEntries(
        Object.entries(tableFields).map(([name, field]) => [name, optional(field, 'as it is built in')]),
      ),
      {
        description:
          'Rows by table and name. A row replaces the whole row that is built in; null takes the row away.',
        example: { ec2Types: { 'm9g.large': ec2Type.examples[0] } },
      },
    ),
  },
  {
    description: 'Facts of AWS and Kubernetes that are laid over those that are built in.',
    example: {
      source: 'aws ec2 describe-instance-types, us-east-1',
      date: '2027-03-27',
      tables: { ec2Types: { 'm9g.large': ec2Type.examples[0] } },
    },
  },
);

function rows(row: Field<unknown, unknown, 'required'>, what: string, name: string, keyPattern: string) {
  return map(row, {
    description: `Rows of ${what}, by name.`,
    example: { [name]: row.examples[0] },
    keyPattern,
    keyMeaning: `a name such as "${name}"`,
  });
}
