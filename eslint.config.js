import prettier from 'eslint-config-prettier';
import { defineConfig, globalIgnores } from 'eslint/config';
import ts from 'typescript-eslint';

const TESTS = '**/*.test.ts';
/** The one place that may ask the machine for the time. */
const CLOCK = 'electron/host/node-platform.ts';

/** Calls that no code may make, each with the reason that whoever meets it will read. */
const floats = [
  {
    selector: "CallExpression[callee.name='parseFloat'], CallExpression[callee.property.name='parseFloat']",
    message: 'No float touches money: parse text straight to exact integers (shared/domain/decimal.ts).',
  },
  {
    selector: "CallExpression[callee.property.name='toFixed']",
    message: 'toFixed rounds binary fractions: format exact integers with shared/domain/decimal.ts.',
  },
];
const localClock = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'The clock is injected (platform port): tests set it, and finalising reads it once.',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'The clock is injected (platform port): tests set it, and finalising reads it once.',
  },
];
const focusedTests = [
  {
    selector:
      'MemberExpression[object.name=/^(test|describe|it)$/][property.name=/^(only|skip|todo)$/], Identifier[name=/^(xit|xtest|xdescribe|fit|fdescribe)$/]',
    message: 'Every test runs or is gone; what needs something that may be absent uses skipIf and says so.',
  },
];

export default defineConfig(
  globalIgnores(['node_modules/**', 'out/**', 'dist/**', '.cache/**', '.results/**']),
  {
    files: ['**/*.ts'],
    extends: [ts.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: {
        // Listed, not found by folder: tests lie beside the code but belong to the tsconfig of tests/.
        project: ['shared', 'electron', 'build', 'tests'].map((folder) => `./${folder}/tsconfig.json`),
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      // `const { secret, ...rest }` is how a field is left out.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      // A handler or an adapter may be asynchronous because its interface is.
      '@typescript-eslint/require-await': 'off',
      // Every branch of a union is handled where it is not defaulted on purpose.
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  { files: ['**/*.{js,cjs,mjs}'], extends: [ts.configs.base] },
  {
    // No comment switches a rule off: what is right here is said here.
    linterOptions: { noInlineConfig: true },
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
      eqeqeq: ['error', 'always'],
      'no-eval': 'error',
    },
  },
  { files: ['electron/host/**/*.ts'], ignores: [TESTS], rules: { 'no-console': 'error' } },
  {
    files: ['electron/host/**/*.ts', 'shared/**/*.ts'],
    ignores: [TESTS],
    rules: { 'no-restricted-syntax': ['error', ...floats, ...localClock] },
  },
  { files: [CLOCK], rules: { 'no-restricted-syntax': ['error', ...floats] } },
  {
    files: [TESTS, 'tests/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...focusedTests] },
  },
  prettier,
);
