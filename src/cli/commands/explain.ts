import { didYouMean } from '../../util/did-you-mean.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { UsageError } from '../usage-error.ts';

export const explainCommand: Command = {
  name: 'explain',
  summary: 'Explain a finding by its code: why it matters, and an example wrong and right',
  parameters: '[CODE]',
  minParameters: 0,
  maxParameters: 1,
  options: {},
  examples: ['elastiform explain database/single-zone', 'elastiform explain'],
  async run(invocation, { output, knowledge }) {
    // The pages hold many examples, which nothing else needs at the start.
    const { allPages } = await import('../../reference/all-pages.ts');
    const { listText, pageText } = await import('../../reference/page-text.ts');
    const pages = allPages(knowledge);
    const [wanted] = invocation.parameters;
    if (wanted === undefined) {
      output.data(listText(pages));
      return EXIT.success;
    }
    const page = pages.find(({ code }) => code === wanted);
    if (!page) {
      throw unknownCode(
        wanted,
        pages.map(({ code }) => code),
      );
    }
    output.data(pageText(page));
    return EXIT.success;
  },
};

function unknownCode(wanted: string, codes: readonly string[]): UsageError {
  // The words alone, without the theme, are what people remember.
  const words = codes.filter((code) => code.slice(code.indexOf('/') + 1) === wanted);
  const near = words.length > 0 ? words.slice(0, 3) : didYouMean(wanted, codes);
  const help =
    near.length === 0 ? 'elastiform explain lists all codes' : `did you mean ${near.join(' or ')}?`;
  return new UsageError(`there is no code "${wanted}"`, help);
}
