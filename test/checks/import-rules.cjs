// Who may import whom (docs/architecture.md). Type imports are free: they leave nothing in the program.
const CDKTF = '^node_modules/(@cdktf/|cdktf/|constructs/)|^(cdktf|constructs|@cdktf/)';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'compiler-knows-no-component',
      severity: 'error',
      from: { path: '^src/compiler/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/(components|rules|terraform|host|cli)/' },
    },
    {
      name: 'components-do-not-know-each-other',
      severity: 'error',
      from: { path: '^src/components/([^/]+)/' },
      to: { path: '^src/components/([^/]+)/', pathNot: ['^src/components/$1/', '^src/components/testing/'] },
    },
    {
      name: 'components-know-neither-host-nor-cli',
      severity: 'error',
      from: { path: '^src/(components|rules|terraform|catalog)/', pathNot: '\\.test\\.ts$|/testing/' },
      to: { path: '^src/(host|cli)/' },
    },
    {
      name: 'cdktf-behind-one-wall',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot:
          '^src/terraform/(engine|platform)/|^src/components/[^/]+/terraform(/|\\.ts$)|^src/cdktf-app\\.ts$',
      },
      to: { path: CDKTF },
    },
    {
      name: 'no-root-index-of-bindings',
      comment: 'the whole package takes 2.6 s and 557 MB; one file of it 0.2 s',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '@cdktf/provider-[a-z]+/lib/index\\.js$' },
    },
    {
      name: 'only-host-touches-the-world',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/host/|\\.test\\.ts$|/testing/|-for-tests\\.ts$' },
      to: {
        dependencyTypes: ['core'],
        path: '^(node:)?(fs|fs/promises|child_process|process|os|net|http|https|worker_threads|dns)$',
      },
    },
    {
      name: 'review-knows-neither-host-nor-terraform',
      severity: 'error',
      from: { path: '^src/(plan|review|change)/', pathNot: '\\.test\\.ts$|/testing/' },
      to: { path: '^src/(host|cli|terraform)/' },
    },
    {
      name: 'nobody-imports-cli',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(cli/|main\\.ts|worker\\.ts|cdktf-app\\.ts)' },
      to: { path: '^src/cli/' },
    },
    {
      name: 'tests-stay-in-tests',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.test\\.ts$|/testing/|-for-tests\\.ts$' },
      to: { path: '\\.test\\.ts$|/testing/|-for-tests\\.ts$|^test/' },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
