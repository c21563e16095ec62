import { DataAwsDbInstance } from '@cdktf/provider-aws/lib/data-aws-db-instance/index.js';
import type { Root } from '../engine/root.ts';

/**
 * What the Kubernetes root finds in AWS, as data sources in its `lookups.tf`, each added when somebody asks for
 * it the first time. It never reads the state of the AWS root: the names that the spec fixes are enough.
 */
export class KubernetesLookups {
  readonly #root: Root;
  readonly #known = new Map<string, DataAwsDbInstance>();

  constructor(root: Root) {
    this.#root = root;
  }

  /**
   * An RDS instance, which exists when this root is planned.
   *
   * @param keys of the database, and of its read replica if it is one: `["postgres", "replica-1"]`
   */
  databaseInstance(
    keys: readonly [database: string, replica?: string],
    identifier: string,
  ): DataAwsDbInstance {
    const [database, replica] = keys;
    const name = replica === undefined ? [database] : [database, replica];
    const at = ['databases', database, ...(replica === undefined ? [] : ['readReplicas', replica])];
    const key = name.join(' ');
    const known = this.#known.get(key);
    if (known) return known;
    const place = { file: 'lookups', at, name };
    const instance = this.#root.data(DataAwsDbInstance, place, { dbInstanceIdentifier: identifier });
    this.#known.set(key, instance);
    return instance;
  }
}
