import { defineRule } from '../../../compiler/rules/rule.ts';
import { removal } from '../../../compiler/rules/suggestions.ts';
import { versionInTag } from '../running-version.ts';
import type { ClusterAutoscalerSection } from '../schema.ts';
import { example } from './example.ts';

export const imageOfAnotherVersion = defineRule<ClusterAutoscalerSection>({
  code: 'cluster-autoscaler/image-of-another-version',
  severity: 'error',
  summary: 'image and version speak of the same Cluster Autoscaler',
  why: 'the image is what runs, so that the version would say something that is not so',
  source: 'by design: a value is said once',
  examples: {
    good: [
      example('version: "1.35.6", image: "mirror.example.com/cluster-autoscaler:v1.35.6"'),
      example('image: "mirror.example.com/cluster-autoscaler:v1.35.4"'),
    ],
    bad: [example('version: "1.35.6", image: "mirror.example.com/cluster-autoscaler:v1.35.4"')],
  },
  check(autoscaler, report, { isWritten }) {
    const at = ['clusterAutoscaler', 'version'];
    if (!autoscaler || !isWritten(at)) return;
    const { image, version } = autoscaler;
    const inTag = image === undefined ? undefined : versionInTag(image);
    if (inTag === undefined || inTag === version) return;
    report({
      at,
      message: `the version is ${version}, and the image has ${inTag}`,
      help: 'remove the version, or change one of them',
      suggestions: [removal(at)],
      related: [{ message: 'the image', at: { path: ['clusterAutoscaler', 'image'] } }],
    });
  },
});
