import type { Catalog } from '../catalog/catalog.ts';
import type { Model } from '../components/registry.ts';
import { projectionOf } from '../projection/projection.ts';
import { projectionMarkdown } from '../projection/render/markdown.ts';
import { asPage } from './pages.ts';

const NAME = /^capacity-(.+)\.md$/;

/** `capacity-<environment>.md` for every environment that says its traffic: counted from asOf, so that no day changes it. */
export function capacityPages(models: readonly Model[], catalog: Catalog): ReadonlyMap<string, string> {
  return new Map(
    models.flatMap((model) => {
      const projection = projectionOf(model, catalog);
      return projection ? [[`capacity-${model.environment}.md`, asPage(projectionMarkdown(projection))]] : [];
    }),
  );
}

/** The environment that a page is about; undefined for a page of another kind. */
export function environmentOfPage(name: string): string | undefined {
  return NAME.exec(name)?.[1];
}
