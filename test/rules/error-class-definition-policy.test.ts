import errorClassDefinition from '../../rules/error-class-definition.ts';
import { testRule, type ExpectedError } from '../support/rule-tester.ts';

const named = (name: string, base = 'Error'): string => `class ${name} extends ${base} { name = '${name}'; }`;
const within = (members: string, head = 'class GoneError extends Error'): string =>
  `${head} { name = 'GoneError'; ${members} }`;
const mended = (messageId: string, output: string): ExpectedError[] => [
  { messageId, suggestions: [{ messageId: 'mend', output }] },
];
const bare = (...messageIds: string[]): ExpectedError[] =>
  messageIds.map((messageId) => ({ messageId, suggestions: [] }));
const policy = (check: string, more: object = {}): readonly unknown[] => [{ checks: [check], ...more }];

// What a team may ask for besides.
testRule('error-class-definition', errorClassDefinition, {
  valid: [
    { code: named('GoneError'), options: [{ nameStyle: 'literal' }] },
    { code: 'class Gone extends Error { name = "Gone"; }', options: policy('name') },
    {
      code: 'class GoneError extends Error { constructor(message, options) { super(message, options); } }',
      options: policy('cause-slot'),
    },
    {
      code: 'class GoneError extends AggregateError { constructor(errors, message, options) { super(errors, message, options); } }',
      options: policy('cause-slot'),
    },
    { code: 'class GoneError extends Error {}', options: policy('cause-slot') },
    {
      code: 'class GoneError extends Error { constructor(...args) { super(...args); } }',
      options: policy('cause-slot'),
    },
    { code: 'class GoneError extends HttpError {}', options: policy('base') },
    { name: 'the root of the hierarchy', code: 'class OctoLLMError extends Error {}', options: policy('base') },
    { code: 'class GoneError extends HttpError { static readonly code = "GONE"; }', options: policy('code') },
    { code: 'class GoneError extends HttpError { get code() { return "GONE"; } }', options: policy('code') },
    {
      code: 'class GoneError extends HttpError { constructor(code) { super("m"); this.code = code; } }',
      options: policy('code'),
    },
    { code: 'abstract class AppError extends Error {}', options: policy('code') },
    { name: 'many of them', code: named('LoadErrors') },
    {
      code: 'class GoneError extends HttpError { code = "gone"; }',
      options: policy('code', { codePattern: '^[a-z]+$' }),
    },
  ],
  invalid: [
    {
      code: 'class GoneError extends Error { name = "AcmeGoneError"; }',
      options: [{ nameStyle: 'literal' }],
      errors: ['misnamed'],
    },
    {
      code: 'class GoneError extends Error { constructor(m) { super(m); this.name = this.constructor.name; } }',
      options: [{ nameStyle: 'literal' }],
      errors: mended(
        'minifiedName',
        "class GoneError extends Error { constructor(m) { super(m); this.name = 'GoneError'; } }",
      ),
    },
    { code: named('GoneError'), options: [{ nameStyle: 'new-target' }], errors: bare('fixedName') },
    { code: named('Gone'), errors: bare('suffix') },
    { code: "class goneError extends Error { name = 'goneError'; }", errors: bare('suffix') },
    { code: 'class Gone extends HttpError {}', errors: bare('suffix') },
    { code: within('constructor(id) { super(id); }'), options: policy('cause-slot'), errors: bare('noCauseSlot') },
    { code: named('GoneError'), options: policy('base'), errors: bare('builtInBase') },
    { code: 'class GoneError extends HttpError { id = 1; }', options: policy('code'), errors: bare('noCode') },
    {
      code: 'class GoneError extends HttpError { static code = "gone-error"; }',
      options: policy('code'),
      errors: bare('wrongCode'),
    },
    {
      code: 'class GoneError extends HttpError { constructor() { super(); this.code = "gone"; } }',
      options: policy('code'),
      errors: bare('wrongCode'),
    },
    {
      name: 'the hierarchy of the project',
      code: 'class OctoLLMError extends Error {} class AcmeError extends Error {}',
      options: policy('base'),
      settings: { catalog: [{ name: 'AcmeError', parent: null, code: 'ACME', status: 500, doc: 'Anything.' }] },
      errors: [{ messageId: 'builtInBase', column: 28, suggestions: [] }],
    },
    {
      name: 'tests, when asked for',
      code: within('message = "m";'),
      filename: 'src/a.test.ts',
      options: [{ allowInTests: false }],
      errors: ['shadowed'],
    },
  ],
});
