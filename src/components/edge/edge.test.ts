import { testRuleExamples } from '../testing/rule-examples.ts';
import { edge } from './index.ts';

testRuleExamples(edge);
