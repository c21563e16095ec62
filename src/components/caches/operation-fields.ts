import { always, byTier, defaulted, derived, optional } from '../../compiler/language/fallback.ts';
import { choice, flag, quantity, section, text } from '../../compiler/language/fields.ts';

export const snapshots = always(
  section(
    {
      retention: byTier(
        quantity('duration', {
          description: 'How long a daily snapshot is kept, in whole days up to 35d; 0d switches them off.',
          example: '7d',
        }),
        { dev: '1d', staging: '3d', prod: '7d' },
        'a cache that cannot be filled again quickly needs one (ElastiCache.1); older ones are seldom of use',
      ),
      window: defaulted(
        quantity('backup-window', {
          description: 'When the daily snapshot is taken, in UTC, 60 minutes or more.',
          example: '02:00-03:00',
        }),
        '02:00-03:00',
        'early night in America and Europe, apart from the maintenance window',
      ),
      final: defaulted(
        flag({
          description:
            'Take a last snapshot, named <replicationGroupId>-final, before the cache is deleted. A second deletion fails while that snapshot exists.',
          example: true,
        }),
        true,
        'a deletion by mistake can then be undone',
      ),
    },
    {
      description: 'Daily snapshots, and one at the end.',
      example: { retention: '7d', window: '02:00-03:00', final: true },
    },
  ),
);

export const changes = always(
  section(
    {
      apply: derived(
        choice(['immediately', 'maintenance-window'], {
          description:
            'When AWS makes a change of node type, engine version or parameter group. Shards and replicas change at once in either case.',
        }),
        'immediately in cluster mode and in dev, otherwise maintenance-window',
        (scope) =>
          scope.tier === 'dev' || scope.get('clusterMode') === 'enabled'
            ? 'immediately'
            : 'maintenance-window',
      ),
      maintenanceWindow: defaulted(
        quantity('maintenance-window', {
          description: 'When AWS may do maintenance, in UTC, 60 minutes or more.',
          example: 'Sun 05:00-06:00',
        }),
        'Sun 05:00-06:00',
        'the quietest hour of most weeks, after the maintenance window of the databases',
      ),
    },
    {
      description: 'When changes are made.',
      example: { apply: 'immediately', maintenanceWindow: 'Sun 05:00-06:00' },
    },
  ),
);

const log = (what: string, since: string) =>
  optional(
    section(
      {
        destination: text({
          description:
            'Name of the CloudWatch log group or of the Firehose delivery stream; it exists already.',
          example: '/elasticache/prod-redis/slow',
          pattern: '^[A-Za-z0-9_./#-]+$',
          patternMeaning: 'letters, digits and _ . / # -',
          maxLength: 512,
        }),
        destinationType: defaulted(
          choice(['cloudwatch-logs', 'kinesis-firehose'], { description: 'What the destination is.' }),
          'cloudwatch-logs',
          'can be read without further services',
        ),
        format: defaulted(
          choice(['json', 'text'], { description: 'How an entry is written.' }),
          'json',
          'CloudWatch Logs Insights reads its fields',
        ),
      },
      {
        description: `${what} Needs Redis ${since} or Valkey.`,
        example: { destination: '/elasticache/redis' },
      },
    ),
    'not delivered',
  );

export const logs = optional(
  section(
    {
      slowLog: log('The commands that took longest.', '6.0'),
      engineLog: log('What the engine says: failovers, synchronisation, warnings.', '6.2'),
    },
    {
      description: 'Logs that are delivered, and where to.',
      example: { slowLog: { destination: '/elasticache/prod-redis/slow' } },
    },
  ),
  'no log is delivered',
);
