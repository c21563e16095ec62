import { expect, it } from 'vitest';
import { isRunBy } from './oldest-versions.ts';

const m7g = ['13.4', '14.5', '15'];

it.each<[oldest: string[], version: string, majorParts: 1 | 2, isRun: boolean]>([
  [m7g, '12.22', 1, false],
  [m7g, '13.3', 1, false],
  [m7g, '13.4', 1, true],
  [m7g, '13.10', 1, true],
  [m7g, '14.4', 1, false],
  [m7g, '14', 1, true],
  [m7g, '15.1', 1, true],
  [m7g, '18.3', 1, true],
  [['8.0.32'], '8.0.31', 2, false],
  [['8.0.32'], '8.0.32', 2, true],
  [['8.0.32'], '8.0', 2, true],
  [['8.0.32'], '8.4.3', 2, true],
  [['8.0'], '5.7.44-rds.20260212', 2, false],
  [['10.4', '10.11.7'], '10.6.1', 2, false],
  [['10.4', '10.11.7'], '11.4.3', 2, true],
  [['5.0.6'], '5.0.5', 1, false],
  [['5.0.6'], '6.x', 1, true],
  [['6.2'], '6.x', 1, true],
  [['6.2'], '6.0', 1, false],
  [[], '9.6', 1, true],
])('%j runs %s: with majors of %i, %s', (oldest, version, majorParts, isRun) =>
  expect(isRunBy(oldest, version, majorParts)).toBe(isRun),
);
