import { advice, type YamlCode } from '../load/yaml-messages.ts';
import { pagesOf } from './page.ts';
import { yamlGrammar } from './yaml-grammar-pages.ts';
import { yamlLimits } from './yaml-limit-pages.ts';
import { yamlTexts } from './yaml-text-pages.ts';
import { yamlValues } from './yaml-value-pages.ts';

/** What reading one file can find. */
export const yamlPages = pagesOf<YamlCode>(advice, {
  ...yamlTexts,
  ...yamlLimits,
  ...yamlGrammar,
  ...yamlValues,
});
