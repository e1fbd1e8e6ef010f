/**
 * The arrows of src/README.md, as dependency-cruiser holds them.
 * A folder may import itself and what it is given here; `import type` may cross where only a type is meant.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const mayImport = {
  app: [
    'bridge',
    'storage',
    'recipe',
    'fields',
    'constraints',
    'importers',
    'exporters',
    'engines',
    'evaluation',
    'statistics',
    'dataset',
  ],
  bridge: [
    'generation',
    'evaluation',
    'storage',
    'importers',
    'exporters',
    'engines',
    'recipe',
    'fields',
    'constraints',
    'expressions',
    'dataset',
  ],
  generation: [
    'recipe',
    'verification',
    'fields',
    'constraints',
    'expressions',
    'statistics',
    'dataset',
    'random',
  ],
  evaluation: ['recipe', 'verification', 'fields', 'constraints', 'expressions', 'statistics', 'dataset'],
  storage: ['dataset'],
  importers: ['recipe', 'fields', 'constraints', 'expressions', 'statistics', 'dataset', 'random'],
  exporters: ['recipe', 'fields', 'dataset'],
  engines: ['expressions', 'language', 'dataset'],
  recipe: ['fields', 'constraints', 'expressions', 'dataset'],
  fields: ['expressions', 'statistics', 'dataset', 'random'],
  constraints: ['expressions', 'statistics', 'dataset', 'random'],
  verification: ['language', 'expressions', 'statistics', 'dataset', 'random'],
  language: [],
  expressions: [],
  statistics: [],
  dataset: [],
  random: [],
  problems: [],
};

/** Each library has one home; nobody else sees it. @type {readonly { library: string, homes: string }[]} */
const homes = [
  {
    library: 'svelte|bits-ui|@lucide/svelte|@internationalized/date|@tanstack/virtual-core',
    homes: '^src/(app/|main\\.ts$)',
  },
  { library: '@fontsource-variable/[^/]+', homes: '^src/(app/|main\\.ts$)' },
  { library: 'workbox-window', homes: '^src/(app|bridge)/' },
  { library: 'workbox-(core|precaching|routing)', homes: '^workers/offline\\.ts$' },
  { library: 'dexie', homes: '^src/storage/' },
  { library: 'comlink', homes: '^(src/bridge|workers)/' },
  { library: '@wllama/wllama', homes: '^src/engines/llamaCpp/' },
  { library: '@mlc-ai/web-llm', homes: '^src/engines/webLlm/' },
  { library: '@marcbachmann/cel-js|@huggingface/jinja', homes: '^src/expressions/' },
  { library: 'papaparse', homes: '^src/importers/' },
  { library: '@noble/hashes', homes: '^src/engines/' },
  { library: '@zip.js/zip.js', homes: '^src/engines/store/' },
  { library: 'wasm-feature-detect', homes: '^src/engines/shared/wasm/' },
  { library: 'valibot|@valibot/to-json-schema', homes: '^src/(fields|constraints|recipe)/' },
];

/** Folders whose units stand side by side and never import each other; what several need lies in `shared/`. */
const unitFolders = ['fields', 'engines'];

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const layers = Object.entries(mayImport).map(([folder, allowed]) => ({
  name: `${folder}-points-down`,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: {
    path: '^(src|workers)/',
    pathNot: `^src/(${[folder, ...allowed, 'problems'].join('|')})/`,
    dependencyTypesNot: ['type-only'],
  },
}));

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const oneHome = homes.map(({ library, homes: home }) => ({
  name: `one-home-for-${library.split(/[|/(]/)[0]}`,
  severity: 'error',
  from: { path: '^(src|workers)/', pathNot: home },
  to: { path: `node_modules/(${library})/` },
}));

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const siblings = unitFolders.map((folder) => ({
  name: `${folder}-units-stand-alone`,
  severity: 'error',
  from: { path: `^src/${folder}/([^/]+)/` },
  to: {
    path: `^src/${folder}/([^/]+)/`,
    pathNot: `^src/${folder}/($1|shared)/`,
    dependencyTypesNot: ['type-only'],
  },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...layers,
    ...oneHome,
    ...siblings,
    {
      name: 'workers-do-not-know-the-page',
      severity: 'error',
      from: { path: '^workers/' },
      to: { path: '^src/(app/|main\\.ts$)' },
    },
    {
      // The page that may reach other hosts: nothing of it leads to what the user gave.
      name: 'the-models-page-sees-no-records',
      severity: 'error',
      from: { path: '^(src/(modelsPage\\.ts$|app/models/)|workers/models\\.ts$)' },
      to: {
        path: '^src/(storage|generation|evaluation|importers|exporters|recipe)/',
        reachable: true,
      },
    },
    {
      // And nothing of the page that sees it leads to the hosts.
      name: 'only-the-models-page-knows-hosts',
      severity: 'error',
      from: { path: '^(src/main\\.ts$|workers/)', pathNot: '^workers/offline\\.ts$' },
      to: {
        path: '^src/(engines/(catalogue\\.data\\.ts|modelHosts\\.mjs)|bridge/createDownloads\\.ts)$',
        reachable: true,
      },
    },
    {
      name: 'training-and-tests-stay-outside',
      severity: 'error',
      from: { path: '^(src|workers)/' },
      to: { path: '^(training|test|bench)/', pathNot: '^test/recipes/[^/]+/recipe\\.json$' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'everything-resolves',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:|\\?(url|worker|raw)' },
    },
    {
      name: 'every-folder-has-arrows',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^src/[^/]+/', pathNot: `^src/(${Object.keys(mayImport).join('|')})/` },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['svelte', 'browser', 'import', 'default', 'types'],
      extensions: ['.ts', '.svelte.ts', '.svelte', '.js', '.mjs', '.json', '.d.ts'],
    },
  },
};
