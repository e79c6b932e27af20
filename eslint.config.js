import prettier from 'eslint-config-prettier';
import vue from 'eslint-plugin-vue';
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
/** Attributes of components and elements that people read or hear. */
const READ_ATTRIBUTES = ['aria-label', 'alt', 'hint', 'label', 'placeholder', 'prefix', 'suffix', 'text', 'title'];
/** Signs that are the same in every language. */
const SIGNS = ['(', ')', ',', '.', '·', '–', '/', ':', '%', '€', '×', '+', '‹', '›', '…', 'Kontor', 'PDF', 'XRechnung'];
const focusedTests = [
  {
    selector:
      'MemberExpression[object.name=/^(test|lookingTest|describe|it)$/][property.name=/^(only|skip|todo)$/], Identifier[name=/^(xit|xtest|xdescribe|fit|fdescribe)$/]',
    message: 'Every test runs or is gone; what needs something that may be absent uses skipIf and says so.',
  },
];

/** What needs no types; the rules that do are those of .oxlintrc.json. */
export default defineConfig(
  globalIgnores(['node_modules/**', 'out/**', 'dist/**', '.cache/**', '.results/**']),
  { files: ['**/*.vue'], extends: [vue.configs['flat/recommended']] },
  {
    files: ['**/*.ts', '**/*.vue'],
    extends: [ts.configs.recommended],
    // Inside of the parser for .vue files.
    languageOptions: { parserOptions: { parser: ts.parser } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      // `const { secret, ...rest }` is how a field is left out.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
    },
  },
  {
    files: ['**/*.vue'],
    languageOptions: { parser: vue.configs['flat/base'][1]?.languageOptions?.parser },
    rules: {
      'vue/no-bare-strings-in-template': [
        'error',
        { allowlist: SIGNS, attributes: { '/.+/': READ_ATTRIBUTES }, directives: ['v-text'] },
      ],
      'vue/no-v-html': 'error',
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      // A view is named by its route, a component by its file.
      'vue/multi-word-component-names': 'off',
      // Slots of Vuetify's tables: #item.number.
      'vue/valid-v-slot': ['error', { allowModifiers: true }],
      'vue/require-default-prop': 'off',
    },
  },
  { files: ['**/*.{js,cjs,mjs}'], extends: [ts.configs.base] },
  {
    // No comment switches a rule off: what is right here is said here.
    linterOptions: { noInlineConfig: true },
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }],
      // The last one would switch off a rule that needs types (.oxlintrc.json).
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'oxlint-disable'] }],
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
