import { defaulted } from './fallback.ts';
import { choice } from './fields.ts';

/** `subnetGroup.managedBy` of databases and caches. */
export const subnetGroupOwner = defaulted(
  choice(['terraform', 'elsewhere'], {
    description: 'elsewhere: the group exists already, others may use it too, and it is only referred to.',
    example: 'elsewhere',
  }),
  'terraform',
  'a group of its own, over foundation.subnets',
);
