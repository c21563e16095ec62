import { defaulted, derived, derivedIfAny, optional } from '../language/fallback.ts';
import type { ModelOf } from '../language/field.ts';
import { choice, map, quantity, section, text } from '../language/fields.ts';
import type { Scope } from '../language/scope.ts';
import { rate } from '../quantity/rate.ts';
import { share } from '../quantity/share.ts';
import { trafficEvents } from './traffic-events.ts';

const DAY = '20[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])';

const ofWorkload = section(
  {
    ratePerPod: derivedIfAny(
      quantity('rate', {
        description:
          'Requests that one pod serves within slo, measured; `elastiform loadtest ENV --from SUMMARY` writes it.',
        example: '334/min',
      }),
      'traffic.peak × share ÷ workloads.<key>.autoscaling.minReplicas (or replicas)',
      presentRatePerPod,
    ),
    share: defaulted(
      quantity('share', {
        description:
          'How much of the traffic reaches the workload. 0%: its pods do not follow the traffic. More than 100%: one request of a user becomes several here.',
        example: '100%',
      }),
      '100%',
      'every request of a user passes it once',
    ),
  },
  { description: 'What the traffic asks of one workload.', example: { ratePerPod: '334/min' } },
);

const ofDatabase = section(
  {
    cpuUtilization: optional(
      quantity('share', {
        description:
          'CPU of the primary at traffic.peak, measured (CPUUtilization of CloudWatch in the busiest minutes).',
        example: '45%',
      }),
      'nothing is said about its CPU',
    ),
    measuredClass: derivedIfAny(
      text({
        description: 'The class at which cpuUtilization was measured.',
        example: 'db.r6g.xlarge',
        pattern: '^db\\.[a-z0-9-]{1,20}\\.[a-z0-9-]{1,20}$',
        patternMeaning: 'a DB instance class such as "db.r6g.xlarge"',
        maxLength: 48,
      }),
      'databases.<key>.class',
      (scope) => scope.getRoot(`databases.${scope.keys[0]}.class`) as string | undefined,
    ),
    storageUsed: optional(
      quantity('storage', {
        description: 'Data on the volume on the day of traffic.asOf (allocated less FreeStorageSpace).',
        example: '120GiB',
      }),
      'nothing is said about its storage',
    ),
    storageGrowth: optional(
      quantity('storage', {
        description:
          'What a month of the traffic of today adds to the data. More traffic adds more, in proportion.',
        example: '10GiB',
      }),
      'nothing: old rows go as new ones come',
    ),
  },
  {
    description: 'What the traffic asks of one database.',
    example: { cpuUtilization: '45%', storageUsed: '120GiB', storageGrowth: '10GiB' },
  },
);

const ofCache = section(
  {
    growth: defaulted(
      choice(['traffic', 'none'], {
        description:
          'Whether datasetSize of the cache grows in proportion to the traffic (sessions, keys of users) or stays (a fixed catalog).',
      }),
      'traffic',
      'more users have more sessions',
    ),
  },
  { description: 'What the traffic asks of one cache.', example: { growth: 'none' } },
);

/**
 * How many requests there are, today and later, and what one of them costs the platform. It changes nothing in AWS by
 * itself, but for events: `capacity`, `cost` and `loadtest` read it.
 */
export const traffic = section(
  {
    asOf: text({
      description: 'Day on which the numbers were measured, as YYYY-MM-DD; growth counts from it.',
      example: '2026-11-25',
      pattern: `^${DAY}$`,
      patternMeaning: 'a day such as "2026-11-25"',
    }),
    current: quantity('rate', {
      description: 'Requests in an ordinary busy hour; growth is told in the same terms.',
      example: '1000/min',
    }),
    peak: derived(
      quantity('rate', {
        description:
          'Requests in the busiest minute of an ordinary week. Pods, nodes and databases are counted for it, and it grows as current does.',
        example: '1500/min',
      }),
      'traffic.current',
      (scope) => scope.getRoot('traffic.current') as string,
    ),
    averageToPeak: defaulted(
      quantity('share', {
        description:
          'Mean of a week as a share of peak; the expected cost is that of the mean. Of 40 means a peak of 100: 40%.',
        example: '40%',
      }),
      '30%',
      'days of public traces have 23 to 28 % (WorldCup98 and NASA-HTTP, Internet Traffic Archive), and a week is no steadier; rounded up',
    ),
    growth: optional(
      map(quantity('rate', { description: 'Rate of current by then.', example: '3000/min' }), {
        description:
          'Rate of current by named dates: months from asOf (3mo) or days (2027-03-01). Between two dates it grows by the same share every day.',
        example: { '3mo': '3000/min', '6mo': '5000/min', '12mo': '10000/min' },
        keyPattern: `^(?:[1-9][0-9]?mo|${DAY})$`,
        keyMeaning: 'months such as "3mo", or days such as "2027-03-01"',
        minItems: 1,
      }),
      'it grows by monthlyGrowth alone',
    ),
    monthlyGrowth: defaulted(
      quantity('share', {
        description: 'Growth in a month, compounded, after the last of the named dates.',
        example: '5%',
      }),
      '0%',
      'what nobody has said is not assumed',
    ),
    growthSpread: defaulted(
      quantity('share', {
        description:
          'How far the growth may be off: the low and the high projection have this much less and more of the increase.',
        example: '50%',
      }),
      '50%',
      'half as much, and half as much again',
    ),
    timezone: defaulted(
      text({
        description: 'IANA name of the time zone of the events, or UTC.',
        example: 'America/New_York',
        pattern: '^[A-Za-z][A-Za-z0-9_+/-]*$',
        patternMeaning: 'the name of a time zone such as "America/New_York"',
        maxLength: 64,
      }),
      'UTC',
      'the same everywhere',
    ),
    events: optional(trafficEvents, 'no day is special'),
    loadTest: optional(
      section(
        {
          url: text({
            description: 'What a load test asks for, with GET. A path that costs what a mean request costs.',
            example: 'https://api.example.com/health',
            pattern: '^https?://[A-Za-z0-9][A-Za-z0-9.:-]{0,252}(?:/[^ "<>\\\\^`{|}]{0,1500})?$',
            patternMeaning: 'an address such as "https://api.example.com/health"',
            maxLength: 1800,
          }),
        },
        {
          description: 'What `elastiform loadtest` asks for.',
          example: { url: 'https://api.example.com/health' },
        },
      ),
      'the address is given when the test is written or run',
    ),
    workloads: optional(
      map(ofWorkload, {
        description:
          'What the traffic asks of workloads, by their keys. One that is not here has all of the traffic, and as much a pod as its least number of pods serves at peak.',
        example: { 'blockchain-backend': { ratePerPod: '334/min' } },
      }),
      'all workloads with autoscaling have all of the traffic',
    ),
    databases: optional(
      map(ofDatabase, {
        description: 'What the traffic asks of databases, by their keys.',
        example: { postgres: { cpuUtilization: '45%', storageUsed: '120GiB', storageGrowth: '10GiB' } },
      }),
      'only connections are counted',
    ),
    caches: optional(
      map(ofCache, {
        description: 'What the traffic asks of caches, by their keys.',
        example: { redis: { growth: 'none' } },
      }),
      'the data of every cache grows with the traffic',
    ),
  },
  {
    description:
      'The one model of traffic behind capacity, cost, load tests and events: how many requests there are, today and later, and what they ask of the platform.',
    example: {
      asOf: '2026-11-25',
      current: '1000/min',
      growth: { '3mo': '3000/min', '6mo': '5000/min', '12mo': '10000/min' },
    },
  },
);

export type Traffic = ModelOf<typeof traffic>;

/**
 * What a pod serves if the pods of today are just enough, as the guide's own table has it: 1000/min ÷ 3. Rounded up to
 * thousandths of a request per minute, so that today's traffic needs today's pods and not one more.
 */
function presentRatePerPod({ keys, get, getRoot }: Scope): string | undefined {
  const read = (name: string) => getRoot(`workloads.${keys[0]}.${name}`);
  const pods = Number(read('autoscaling.minReplicas') ?? read('replicas') ?? 0);
  const peak = rate.parse(String(getRoot('traffic.peak')));
  const percent = share.parse(String(get('share')));
  if (!(pods > 0) || !peak.ok || !percent.ok) return undefined;
  return rate.format(Math.max(1, Math.ceil((peak.value * percent.value) / 100 / pods)));
}
