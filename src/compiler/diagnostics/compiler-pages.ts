import { catalogPages } from './catalog-pages.ts';
import { editPages } from './edit-pages.ts';
import { filePages } from './file-pages.ts';
import type { Page } from './page.ts';
import { policyPages } from './policy-pages.ts';
import { projectPages } from './project-pages.ts';
import { environmentPages, referencePages, shapePages } from './shape-pages.ts';
import { statefulPages } from './stateful-pages.ts';
import { yamlPages } from './yaml-pages.ts';

/** A page for every code of the compiler itself, in the order of its phases. */
export const compilerPages: readonly Page[] = [
  ...projectPages,
  ...catalogPages,
  ...filePages,
  ...yamlPages,
  ...shapePages,
  ...environmentPages,
  ...referencePages,
  ...statefulPages,
  ...policyPages,
  ...editPages,
];
