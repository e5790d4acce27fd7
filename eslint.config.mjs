import js from '@eslint/js';
import { importX } from 'eslint-plugin-import-x';
import { createNodeResolver } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

/** Who may import whom, below src/ (CONTRIBUTING has the map). Each row: these folders never import those. */
const directions = [
  { target: 'src/model', from: 'src', except: ['model'] },
  { target: 'src/api', from: 'src', except: ['api', 'model'] },
  { target: 'src/simulator', from: 'src', except: ['simulator', 'model', 'api/fetch.ts'] },
  {
    target: 'src/connections',
    from: 'src',
    except: ['connections', 'api', 'model', 'simulator', 'disposable.ts', 'log.ts'],
  },
  {
    target: ['src/tree', 'src/documents', 'src/panels', 'src/hover', 'src/tools'],
    from: ['src/commands', 'src/flows'],
  },
  { target: 'src/flows', from: ['src/commands', 'src/tree', 'src/panels'] },
  {
    target: [
      'src/!(extension|parts).ts',
      ...['words', 'stores', 'watch', 'exported', 'grants'].map(folder => `src/${folder}`),
    ],
    from: ['src/commands', 'src/flows', 'src/tree', 'src/panels', 'src/documents', 'src/hover', 'src/tools'],
  },
  { target: 'src', from: 'src/extension.ts' },
  { target: 'src', from: ['test', 'media'] },
  { target: 'media', from: ['src', 'test'], except: ['../src/panels/protocol', '../src/model'] },
];

export default tseslint.config(
  { ignores: ['dist/', '.vscode-test/', 'bench/', 'node_modules/'] },
  js.configs.recommended,
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'process',
          'console',
          'URL',
          'Buffer',
          'fetch',
          'setTimeout',
          'clearTimeout',
          'setInterval',
          'clearInterval',
          'AbortSignal',
          'AbortController',
          'performance',
        ].map(name => [name, 'readonly']),
      ),
    },
  },
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.mjs', '.js', '.json'] })],
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/prefer-readonly': 'error',
      'import-x/no-cycle': 'error',
      'import-x/no-default-export': 'error',
      'import-x/no-restricted-paths': [
        'error',
        {
          zones: directions.map(zone => ({
            ...zone,
            message: 'The directions of imports are in CONTRIBUTING.md.',
          })),
        },
      ],
      'max-lines': ['error', { max: 250 }],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['src/{api,model,simulator}/**/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { paths: [{ name: 'vscode', message: 'This part knows no editor.' }] },
      ],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      'no-console': 'off',
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      'max-lines': ['error', { max: 300 }],
      '@typescript-eslint/require-await': 'off',
    },
  },
);
