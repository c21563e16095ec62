import { type CatalogCode, catalogAdvice } from './catalog-messages.ts';
import { type Example, pagesOf } from './page.ts';

const SOURCE = 'docs/catalog.md, 2026-11-27';

/** @param tables of the file `catalog.json` */
function catalog(tables: object, date = '2099-12-31'): Example {
  return {
    given: 'the command is elastiform validate --catalog catalog.json',
    isFolder: true,
    options: ['--catalog', 'catalog.json'],
    files: {
      'specs/prod.yaml': 'extends: ./base.yaml\nenvironment: prod\n',
      'catalog.json': `${JSON.stringify({ source: 'read in the console', date, tables }, null, 2)}\n`,
    },
  };
}

/** What a catalog of the user says in vain, or against what is known by now. */
export const catalogPages = pagesOf<CatalogCode>(catalogAdvice, {
  'catalog/nothing-removed': {
    severity: 'warning',
    summary: 'a row that is null is one of the built-in table',
    source: SOURCE,
    bad: [catalog({ ec2Types: { 'm6g.lagre': null } })],
    good: [catalog({ ec2Types: { 'm6g.large': null } })],
  },
  'catalog/over-newer': {
    severity: 'warning',
    summary: 'a catalog is as new as the tables over which it lies',
    source: SOURCE,
    bad: [catalog({ kubernetesVersions: { '1.37': { clusterAutoscaler: '1.37.0' } } }, '2020-01-01')],
    good: [catalog({ kubernetesVersions: { '1.37': { clusterAutoscaler: '1.37.0' } } })],
  },
});
