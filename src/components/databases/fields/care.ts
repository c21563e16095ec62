import { always, byTier, defaulted, derived, optional } from '../../../compiler/language/fallback.ts';
import { choice, flag, list, quantity, section, text } from '../../../compiler/language/fields.ts';
import { readEngineVersion } from '../facts/engine-version.ts';
import { type Engine, engineFacts } from '../facts/engines.ts';
import { supportsPerformanceInsights } from '../facts/performance-insights.ts';

/** Automatic backups. */
export const backups = always(
  section(
    {
      retention: byTier(
        quantity('duration', {
          description:
            'How long RDS keeps automatic backups, in whole days up to 35d. 0d switches them off, and read replicas with them; between 0 and more lies a reboot.',
          example: '14d',
        }),
        { dev: '7d', staging: '7d', prod: '14d' },
        'RDS.11 asks for 7 days; two weeks survive a holiday',
      ),
      window: defaulted(
        quantity('backup-window', {
          description: 'When the daily backup is taken, in UTC. Replicas inherit it.',
          example: '03:00-04:00',
        }),
        '03:00-04:00',
        'night in Europe and in America, and before the maintenance window',
      ),
      copyTagsToSnapshot: defaulted(
        flag({
          description: 'Whether snapshots of the database and its replicas get its tags.',
          example: true,
        }),
        true,
        'RDS.17: what finds a database by its tags finds its snapshots, too',
      ),
    },
    { description: 'Automatic backups.', example: { retention: '14d' } },
  ),
);

/** When RDS may change something, and what. */
export const changes = always(
  section(
    {
      apply: byTier(
        choice(['immediately', 'maintenance-window'], {
          description:
            'When changes that may interrupt the database take effect. In the maintenance window every plan repeats them until it has passed. immediately also releases whatever else is waiting.',
          example: 'maintenance-window',
        }),
        { dev: 'immediately', staging: 'maintenance-window', prod: 'maintenance-window' },
        'a class change interrupts connections for one or two minutes',
      ),
      maintenanceWindow: defaulted(
        quantity('maintenance-window', {
          description:
            'Weekly window for maintenance, in UTC. It must not overlap the backup window; replicas have theirs a day before.',
          example: 'Sun 04:30-05:30',
        }),
        'Sun 04:30-05:30',
        'the quietest night of most platforms, half an hour after the backup',
      ),
      autoMinorVersionUpgrade: derived(
        flag({
          description:
            'Whether RDS installs minor versions of the engine by itself, in the maintenance window. Then engineVersion names the major version only.',
          example: true,
        }),
        'true where engineVersion names a major version only ("16"), false where it pins a minor one ("16.8")',
        (scope) =>
          readEngineVersion(scope.get('engine') as Engine, String(scope.get('engineVersion')))?.isPinned ===
          false,
      ),
      allowMajorVersionUpgrade: defaulted(
        flag({
          description:
            'Whether a change of engineVersion may be one to another major version. It cannot be undone: take a snapshot, apply, and take the permission away again.',
          example: false,
        }),
        false,
        'a major upgrade is minutes of downtime and cannot be undone',
      ),
    },
    {
      description: 'When changes take effect, and which RDS may make by itself.',
      example: { apply: 'maintenance-window', maintenanceWindow: 'Sun 04:30-05:30' },
    },
  ),
);

const enhanced = optional(
  section(
    {
      role: text({
        description:
          'Name of the IAM role with which RDS writes the metrics; it exists already and has AmazonRDSEnhancedMonitoringRole.',
        example: 'rds-monitoring',
        pattern: '^[A-Za-z0-9+=,.@_-]{1,64}$',
        patternMeaning: 'the name of an IAM role',
      }),
      interval: defaulted(
        quantity('duration', {
          description: 'How often: 1s, 5s, 10s, 15s, 30s or 60s.',
          example: '60s',
        }),
        '60s',
        'as fine as the other metrics, at the lowest price',
      ),
    },
    {
      description: 'Metrics of the operating system (enhanced monitoring).',
      example: { role: 'rds-monitoring' },
    },
  ),
  'no metrics of the operating system, for they need a role',
);

/** What one can see of the database. */
export const monitoring = always(
  section(
    {
      performanceInsights: derived(
        flag({
          description: 'Load by query and wait event (performance_insights_enabled); free for 7 days.',
          example: true,
        }),
        'true where engine and class support it',
        (scope) => supportsPerformanceInsights(scope.get('engine') as Engine, String(scope.get('class'))),
      ),
      performanceInsightsRetention: defaulted(
        quantity('duration', {
          description: 'How long that is kept: 7d, 31d to 713d in steps of 31d, or 731d.',
          example: '7d',
        }),
        '7d',
        'longer costs money',
      ),
      enhanced,
      logs: derived(
        list(
          choice(['audit', 'error', 'general', 'postgresql', 'slowquery', 'upgrade'], {
            description: 'A kind of log.',
          }),
          {
            description:
              'Logs that RDS sends to CloudWatch: postgresql and upgrade for PostgreSQL; audit, error, general and slowquery for MySQL and MariaDB.',
            example: ['postgresql', 'upgrade'],
          },
        ),
        'postgresql and upgrade; error and slowquery for MySQL and MariaDB',
        (scope) => engineFacts[scope.get('engine') as Engine].defaultLogs as readonly Log[],
      ),
    },
    { description: 'Metrics and logs.', example: { performanceInsights: true } },
  ),
);

type Log = 'audit' | 'error' | 'general' | 'postgresql' | 'slowquery' | 'upgrade';
