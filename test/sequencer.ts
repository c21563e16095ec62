import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Starts the end-to-end tests first: they wait for minutes inside the AWS provider (80 s for each change of
 * RDS), and everything else runs meanwhile.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const rank = ({ moduleId }: TestSpecification) =>
      moduleId.includes('/test/e2e/suite/platform') ? 0 : moduleId.includes('/test/e2e/') ? 1 : 2;
    return [...sorted].sort((a, b) => rank(a) - rank(b));
  }
}
