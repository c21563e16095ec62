import { defineRule, eachItem } from '../../compiler/rules/rule.ts';
import { removal } from '../../compiler/rules/suggestions.ts';
import { example, type NodeKind, type NodePool, type NodePools } from './node-pool.ts';

export const sizeOrder = (kind: NodeKind) =>
  defineRule<NodePools>({
    code: `${kind.theme}/size-order`,
    severity: 'error',
    summary: 'the sizes of a group are in order: min, initial, max',
    why: 'AWS refuses a group whose numbers are not in this order, and only when it is applied',
    source:
      'botocore 1.43.11, API models, CreateAutoScalingGroup of autoscaling and NodegroupScalingConfig of eks (read 2026-11-25)',
    examples: {
      good: [example(kind, { size: '{min: 2, max: 2, initial: 2}' })],
      bad: [
        example(kind, { size: '{min: 4, max: 3}' }),
        example(kind, { size: '{min: 2, max: 6, initial: 7}' }),
        example(kind, { size: '{min: 2, max: 6, initial: 1}' }),
      ],
    },
    check: eachItem<NodePool>(kind.key, ({ size: { min, max, initial } }, at, report) => {
      if (min > max) {
        report({
          at: at('size', 'min'),
          message: `min is ${min} but max is ${max}`,
          help: 'raise max or lower min',
          related: [{ message: 'max', at: { path: at('size', 'max') } }],
        });
      } else if (initial < min || initial > max) {
        report({
          at: at('size', 'initial'),
          message: `initial is ${initial}, outside of min ${min} and max ${max}`,
          help: `write a number from ${min} to ${max}, or leave initial out to start with min`,
          suggestions: [removal(at('size', 'initial'))],
          related: [
            initial < min
              ? { message: 'min', at: { path: at('size', 'min') } }
              : { message: 'max', at: { path: at('size', 'max') } },
          ],
        });
      }
    }),
  });
