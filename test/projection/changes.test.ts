import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../src/catalog/catalog.ts';
import { changeSpec } from '../../src/compiler/edit/change-spec.ts';
import { changesFor } from '../../src/projection/changes.ts';
import { projectionOf } from '../../src/projection/projection.ts';
import { GUIDE, modelOf } from './example.ts';

const REPLICA = 'db.r6g.xlarge, readReplicas: {one: {class: db.r6g.xlarge, maxStorage: 250GiB}}, multiAz';

/** Specs in which much breaks, each in its own way. */
const SPECS = {
  'the guide': GUIDE,
  'ten times the traffic in an event': `${GUIDE}  events: {sale: {from: "2027-02-01", to: "2027-02-03", factor: 10}}\n`,
  'a zone may be gone': GUIDE.replace('tier: staging', 'tier: staging\npolicy: {surviveZoneLoss: true}'),
  'a fixed number of nodes': GUIDE.replace(
    'size: {min: 2, max: 6}',
    'size: {min: 6, max: 6, initial: 6, owner: terraform}',
  ),
  'a replica, and a disk that Terraform owns': GUIDE.replace('db.r6g.xlarge, multiAz', REPLICA).replace(
    ', max: 300GiB',
    '',
  ),
  'a cache without shards': GUIDE.replace('shards: {initial: 1, owner: terraform}, ', ''),
  'max_connections is written': GUIDE.replace(
    'multiAz: false,',
    'multiAz: false, parameters: {max_connections: {value: "400"}},',
  ),
};

describe('what is written makes everything hold in base growth, and the spec valid', () => {
  it.each(Object.entries(SPECS))('%s', (_, text) => {
    const before = projectionOf(modelOf(text), builtInCatalog)!;
    const changes = changesFor(before.outlooks);
    expect(changes.length).toBeGreaterThan(2);
    const changed = changeSpec({ file: 'specs/prod.yaml', text }, changes);
    const after = projectionOf(modelOf(changed.text!), builtInCatalog)!;
    const broken = after.outlooks.filter(({ breaks }) => breaks.base).map(({ gauge }) => gauge.id);
    // How the objects of a bucket are named cannot be written.
    expect(broken.filter((id) => id !== 'edge.web.reads')).toEqual([]);
    expect(changesFor(after.outlooks)).toEqual([]);
    // What was measured is still measured: the same is needed on every day.
    const needed = (projection: typeof before) =>
      projection.days.map(({ figures }) =>
        ['workloads.backend.pods', 'databases.postgres.cpu'].map((id) => figures.get(id)?.value),
      );
    expect(needed(after)).toEqual(needed(before));
  });
});
