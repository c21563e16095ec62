import { components } from '../components/registry.ts';
import { testCrossRuleExamples } from '../components/testing/rule-examples.ts';
import { crossRules } from './registry.ts';

testCrossRuleExamples(crossRules, components);
