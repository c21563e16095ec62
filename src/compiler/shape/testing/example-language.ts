import { frame } from '../../frame/frame.ts';
import { always, defaulted, derived, optional } from '../../language/fallback.ts';
import type { Field } from '../../language/field.ts';
import {
  choice,
  flag,
  integer,
  list,
  map,
  quantity,
  reference,
  section,
  switchable,
  text,
} from '../../language/fields.ts';
import { type QuantityKind, quantities } from '../../quantity/quantity.ts';

const size = section(
  {
    min: integer({ description: 'Fewest nodes.', example: 3, minimum: 0, maximum: 1000 }),
    max: integer({ description: 'Most nodes.', example: 10, minimum: 1, maximum: 1000 }),
    owner: choice(['cluster-autoscaler', 'karpenter', 'terraform'], { description: 'Who changes the size.' }),
  },
  { description: 'How many nodes there are.', example: { min: 3, max: 10, owner: 'terraform' } },
);

const nodeGroup = section(
  {
    capacity: defaulted(
      choice(['on-demand', 'spot'], { description: 'How the nodes are bought.' }),
      'on-demand',
      'a test',
    ),
    instanceTypes: list(
      text({ description: 'An instance type.', example: 'm5.large', pattern: '^[a-z0-9-]+\\.[a-z0-9-]+$' }),
      {
        description: 'Instance types of the nodes. They have the same size.',
        example: ['m5.large', 'm5a.large'],
        minItems: 1,
        maxItems: 20,
      },
    ),
    size,
    labels: always(
      map(text({ description: 'Value of the label.', example: 'critical', maxLength: 63 }), {
        description: 'Kubernetes labels.',
        example: { workload: 'critical' },
        keyPattern: '^[A-Za-z0-9./_-]+$',
        keyMeaning: 'a label key such as "example.com/team"',
        maxKeyLength: 63,
      }),
    ),
  },
  { description: 'Nodes of one kind.', example: { instanceTypes: ['m5.large'] } },
);

const autoscaling = section(
  {
    minReplicas: integer({ description: 'Fewest pods.', example: 3, minimum: 1, maximum: 1000 }),
    maxReplicas: integer({ description: 'Most pods.', example: 20, minimum: 1, maximum: 1000 }),
    window: optional(quantity('duration', { description: 'How long it waits.', example: '5m' }), 'none'),
  },
  { description: 'How the pods scale.', example: { minReplicas: 3, maxReplicas: 20 } },
);

const workload = section(
  {
    image: optional(
      text({ description: 'Container image.', example: 'nginx:1.27', nullable: true }),
      'the Deployment exists',
    ),
    cpu: optional(quantity('cpu', { description: 'CPU of one pod.', example: '500m' }), 'no request'),
    memory: optional(quantity('memory', { description: 'Memory of one pod.', example: '512Mi' }), 'none'),
    target: optional(quantity('share', { description: 'Use of CPU to keep.', example: '70%' }), 'none'),
    autoscaling: optional(autoscaling, 'a fixed number of pods'),
    database: optional(
      reference(['databases'], { description: 'Database of the workload.', example: 'postgres' }),
      'no database',
    ),
    databases: optional(
      list(reference(['databases'], { description: 'A database.', example: 'postgres' }), {
        description: 'Further databases.',
        example: ['postgres'],
      }),
      'no further databases',
    ),
    securityGroup: derived(
      reference(['foundation', 'securityGroups'], { description: 'Security group.', example: 'nodes' }),
      'the name of the item',
      (scope) => scope.keys[0] ?? '',
    ),
  },
  { description: 'One application.', example: { image: 'nginx:1.27' } },
);

const database = section(
  {
    engine: choice(['postgres', 'mysql'], { description: 'Engine of the database.' }),
    multiAz: defaulted(flag({ description: 'Whether it has a standby.', example: true }), true, 'a test'),
    storage: optional(
      section(
        {
          allocated: quantity('storage', { description: 'Disk at the start.', example: '200GiB' }),
          type: optional(choice(['gp2', 'gp3'], { description: 'Kind of disk.' }), 'gp3'),
        },
        { description: 'The disk.', example: { allocated: '200GiB' } },
      ),
      'the disk as it is',
    ),
    replicas: always(
      map(
        section(
          { zone: text({ description: 'Zone.', example: 'us-east-1b' }) },
          { description: 'A replica.', example: { zone: 'us-east-1b' } },
        ),
        { description: 'Read replicas.', example: { 'replica-1': { zone: 'us-east-1b' } } },
      ),
    ),
    insights: optional(
      switchable(
        { retention: defaulted(quantity('duration', { description: 'Kept.', example: '7d' }), '7d', 'free') },
        { description: 'Performance insights.', example: true },
      ),
      'no insights',
    ),
  },
  { description: 'One database.', example: { engine: 'postgres' } },
);

const kinds = Object.keys(quantities) as QuantityKind[];

/** Every form that the language has. */
const everything = section(
  {
    ...Object.fromEntries(
      kinds.map((kind) => [
        `a-${kind}`,
        optional(
          quantity(kind, { description: `A ${kind}.`, example: quantities[kind].examples[0] }),
          'nothing',
        ),
      ]),
    ),
    flags: optional(
      list(flag({ description: 'A flag.', example: true }), { description: 'Flags.', example: [true] }),
      'none',
    ),
    amounts: optional(
      list(quantity('metric-value', { description: 'An amount.', example: '1k' }), {
        description: 'Amounts.',
        example: ['1k'],
        maxItems: 3,
      }),
      'none',
    ),
    rules: optional(
      list(
        section(
          { name: text({ description: 'Name.', example: 'a' }) },
          { description: 'A rule.', example: { name: 'a' } },
        ),
        {
          description: 'Rules.',
          example: [{ name: 'a' }],
        },
      ),
      'none',
    ),
    tags: optional(
      map(integer({ description: 'A number.', example: 1, minimum: 1, maximum: 1 }), {
        description: 'Numbers.',
        example: { a: 1 },
        minItems: 1,
      }),
      'none',
    ),
  },
  { description: 'All forms.', example: {} },
);

const mapOf = (item: Field<unknown, unknown, 'required'>, what: string) =>
  always(map(item, { description: `${what} by name.`, example: {} }));

/** The real frame, and kinds of things that have all forms. */
export const exampleLanguage: Field = section(
  {
    ...frame,
    nodeGroups: mapOf(nodeGroup, 'Node groups'),
    workloads: mapOf(workload, 'Workloads'),
    databases: mapOf(database, 'Databases'),
    everything: always(everything),
  },
  { description: 'A spec.', example: {} },
);
