import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { hasTag, isPinned } from '../image.ts';
import type { Workloads } from '../schema.ts';

export const unpinnedImageInProd = defineRule<Workloads>({
  code: 'workload/unpinned-image-in-prod',
  severity: 'error',
  summary: 'the image says its version in prod',
  why: 'with latest each new pod may run another version, a rollback has nothing to go back to, and a change of the image is no change in any plan',
  source: 'kubernetes.io, Configuration Best Practices; the :latest in the guide',
  examples: {
    good: [
      'workloads: {api: {image: "registry.example.com/api:1.4.2", replicas: 2}}',
      'workloads: {api: {image: "registry.example.com:5000/api@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", replicas: 2}}',
    ],
    bad: [
      'workloads: {api: {image: "registry.example.com/api:latest", replicas: 2}}',
      'workloads: {api: {image: "registry.example.com:5000/api", replicas: 2}}',
    ],
  },
  check: eachItem('workloads', ({ image }, at, report, { frame }) => {
    if (image === undefined || isPinned(image) || frame.tier !== 'prod') return;
    report({
      at: at('image'),
      message: `the image ${image} ${hasTag(image) ? 'is of the moving tag latest' : 'has no tag, which means latest'}`,
      help: 'write the tag of a version, or a digest',
    });
  }),
});
