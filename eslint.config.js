import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

const clockAndChance = [
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'Use a stream of src/random.',
  },
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: 'A clock is passed in.' },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'A clock is passed in.' },
];
const noCode = [
  { selector: "NewExpression[callee.name='Function']", message: 'No code from text.' },
  { selector: 'TSEnumDeclaration', message: 'Use a union of strings.' },
];
const reach = ['fetch', 'localStorage', 'sessionStorage', 'XMLHttpRequest', 'WebSocket', 'EventSource'].map(
  (name) => ({ name, message: 'It has one home; see the arrows in src/README.md.' }),
);

export default ts.config(
  { ignores: ['dist/', 'dist-*/', 'out/', 'coverage/', 'node_modules/', 'training/**/.venv/'] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  prettier,
  ...svelte.configs.prettier,
  {
    languageOptions: {
      globals: { ...globals.browser, ...globals.node, ...globals.worker },
      parserOptions: { extraFileExtensions: ['.svelte'] },
    },
    rules: {
      'no-undef': 'off',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-alert': 'error',
      eqeqeq: ['error', 'always'],
      'no-restricted-syntax': ['error', ...noCode],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      'svelte/prefer-svelte-reactivity': 'off',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } },
  },
  {
    files: ['src/**', 'workers/**'],
    rules: {
      'no-console': 'error',
      'no-restricted-globals': ['error', ...reach],
      'no-restricted-syntax': ['error', ...noCode, ...clockAndChance],
    },
  },
  {
    // The homes of the clock, of the network to ourselves and of the page's settings.
    files: [
      'src/bridge/**',
      'src/storage/**',
      'src/app/state/**',
      'src/engines/readModelFiles.ts',
      'src/main.ts',
    ],
    rules: {
      'no-restricted-globals': 'off',
      'no-restricted-syntax': ['error', ...noCode],
    },
  },
  {
    // A promise that nobody awaits is an error that nobody sees.
    files: ['src/**/*.ts', 'workers/**/*.ts', 'test/**/*.ts'],
    ignores: ['**/*.svelte.ts'],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
    },
  },
  {
    files: ['test/**'],
    rules: {
      '@typescript-eslint/await-thenable': 'off',
      'no-restricted-syntax': [
        'error',
        ...noCode,
        {
          selector:
            'MemberExpression[property.name=/^(only|skip|todo)$/][object.name=/^(test|it|describe)$/]',
          message: 'Every test runs.',
        },
      ],
    },
  },
);
