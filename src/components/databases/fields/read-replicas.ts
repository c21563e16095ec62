import { always, defaulted, derived, derivedIfAny, optional } from '../../../compiler/language/fallback.ts';
import { flag, map, quantity, section, text } from '../../../compiler/language/fields.ts';
import { itemFields } from '../../../compiler/language/item-fields.ts';
import { maintenanceWindow, shiftWeeklyWindow } from '../../../compiler/quantity/aws-window.ts';
import type { Engine } from '../facts/engines.ts';
import { supportsPerformanceInsights } from '../facts/performance-insights.ts';
import { identifierText } from './names.ts';

const readReplica = section(
  {
    adopt: derived(
      flag({
        description:
          'Whether the replica exists already and is imported. false creates a new one under an adopted database.',
        example: true,
      }),
      'true when the database is adopted',
      (scope) => scope.getOuter('adopt.id') !== undefined,
    ),
    previousName: itemFields.previousName,
    identifier: derived(
      identifierText(
        'Name of the replica in RDS, and the first part of its address.',
        'prod-postgres-replica-1',
      ),
      '<identifier of the primary>-<key>; a replica that is renamed in the spec must say the name it has',
      (scope) => `${scope.getOuter('identifier')}-${scope.keys[0]}`,
    ),
    engineVersion: optional(
      text({
        description:
          'Version of the engine while an upgrade is under way: RDS wants all replicas upgraded before their primary, so a replica may be ahead of it, and only for as long as that takes.',
        example: '16.9',
        pattern: '^[0-9]{1,2}(?:\\.[0-9]{1,3}){1,2}(?:-[A-Za-z0-9.]{1,20})?$',
        patternMeaning: 'a minor version such as "16.9"',
        maxLength: 32,
      }),
      'what the replica has: it was made with the version of the primary, and a major upgrade of PostgreSQL takes it along',
    ),
    class: derived(
      text({
        description: 'Instance class. A PostgreSQL replica should not be smaller than its primary.',
        example: 'db.r6g.2xlarge',
        pattern: '^db\\.[a-z0-9-]{1,20}\\.[a-z0-9-]{1,20}$',
        patternMeaning: 'an instance class such as "db.r6g.2xlarge"',
      }),
      'the class of the primary',
      (scope) => String(scope.getOuter('class')),
    ),
    availabilityZone: optional(
      text({
        description: 'Availability zone. Changing it replaces the replica.',
        example: 'us-east-1b',
        pattern: '^[a-z]{2}(?:-[a-z]+){1,3}-[0-9][a-z]$',
        patternMeaning: 'a zone such as "us-east-1b"',
      }),
      'RDS chooses',
    ),
    maxStorage: derivedIfAny(
      quantity('storage', {
        description: 'The largest disk, in GiB, to which RDS may grow the storage of the replica.',
        example: '500GiB',
      }),
      'storage.max of the primary: a full replica stops replicating',
      (scope) => scope.getOuter('storage.max') as string | undefined,
    ),
    multiAz: defaulted(
      flag({ description: 'Whether the replica has a standby in another zone.', example: false }),
      false,
      'a replica can be made anew',
    ),
    maintenanceWindow: derived(
      quantity('maintenance-window', {
        description:
          'Weekly window for maintenance of the replica, in UTC. It must not overlap the backup window of the primary, which the replica inherits.',
        example: 'Sat 04:30-05:30',
      }),
      "a day before the primary's, so that a minor version comes to the replica first",
      (scope) => {
        const parsed = maintenanceWindow.parse(String(scope.getOuter('changes.maintenanceWindow')));
        return parsed.ok ? shiftWeeklyWindow(parsed.value, -1) : '';
      },
    ),
    performanceInsights: derived(
      flag({ description: 'Load by query and wait event.', example: true }),
      'as the primary, where the class of the replica supports it',
      (scope) =>
        scope.getOuter('monitoring.performanceInsights') === true &&
        supportsPerformanceInsights(scope.getOuter('engine') as Engine, String(scope.get('class'))),
    ),
    deletionProtection: defaulted(
      flag({
        description:
          'Whether RDS refuses to delete the replica (deletion_protection), and Terraform to plan it (prevent_destroy).',
        example: false,
      }),
      false,
      'a replica can be made anew',
    ),
  },
  {
    description: 'One read replica in the same region.',
    example: { class: 'db.r6g.2xlarge', availabilityZone: 'us-east-1b' },
  },
);

/** Read replicas by name. */
export const readReplicas = always(
  map(readReplica, {
    description:
      'Read replicas in the same region. Engine, storage, credentials and the backup window come from the primary, and the parameter group is shared.',
    example: { 'replica-1': { availabilityZone: 'us-east-1b' } },
  }),
);
