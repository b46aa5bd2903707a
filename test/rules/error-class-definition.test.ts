import { expect, test } from 'vitest';
import errorClassDefinition from '../../rules/error-class-definition.ts';
import { lint } from '../support/lint.ts';
import { testRule, type ExpectedError, type InvalidCase } from '../support/rule-tester.ts';

const named = (name: string, base = 'Error'): string => `class ${name} extends ${base} { name = '${name}'; }`;
const within = (members: string, head = 'class GoneError extends Error'): string =>
  `${head} { name = 'GoneError'; ${members} }`;
const mended = (messageId: string, output: string): ExpectedError[] => [
  { messageId, suggestions: [{ messageId: 'mend', output }] },
];
const bare = (...messageIds: string[]): ExpectedError[] =>
  messageIds.map((messageId) => ({ messageId, suggestions: [] }));
const typed = (code: string, errors: ExpectedError[] | string[]): InvalidCase => ({
  code,
  errors,
  filename: 'src/errors.ts',
});

testRule('error-class-definition', errorClassDefinition, {
  valid: [
    // No error classes.
    'class Gone {}',
    'class Gone extends Thing { constructor() { super(); this.message = "m"; } }',
    'class Gone extends mixin(Error) {}',
    'class Gone extends Data.TaggedError("Gone")<{ id: string }> {}',
    'class Gone extends null {}',
    'import { Error } from "./widgets"; class GoneBox extends Error { message = "m"; }',
    'class Error2 {} class GoneError extends Error2 { message = "m"; }',
    'function Error() {} class Gone extends Error { message = "m"; }',

    // A name, from wherever.
    named('GoneError'),
    'class GoneError extends Error { constructor(message, options) { super(message, options); this.name = "GoneError"; } }',
    'class GoneError extends Error { constructor(message) { super(message); this.name = new.target.name; } }',
    'class GoneError extends Error { constructor(message) { super(message); this.name = this.constructor.name; } }',
    'class GoneError extends Error { get name() { return "GoneError"; } }',
    'class GoneError extends Error { constructor(name, message) { super(message); this.name = name; } }',
    'class GoneError extends Error { constructor(public override name: string) { super("m"); } }',
    'class GoneError extends Error { override readonly name = "GoneError" as const; }',
    'class GoneError extends Error { static { this.prototype.name = "GoneError"; } }',
    'class GoneError extends Error { static { describe(this, { name: "GoneError" }); } }',
    'class GoneError extends Error { constructor(m) { super(m); } } GoneError.prototype.name = "GoneError";',
    'class GoneError extends Error { constructor(m) { super(m); } } Object.defineProperty(GoneError.prototype, "name", { value: "GoneError" });',
    'class GoneError extends Error { constructor(m) { super(m); Object.defineProperty(this, "name", { value: "GoneError" }); } }',
    'class GoneError extends Error { constructor(m) { super(m); Object.assign(this, { name: "GoneError" }); } }',
    'class GoneError extends Error { constructor(m) { super(m); setUp(this); } }',
    'class GoneError extends Error { constructor(m) { super(m); this.setUp(); } }',
    '@errorClass("Gone") class GoneError extends Error { constructor(m) { super(m); } }',
    { name: 'a title for readers', code: `class GoneError extends Error { name = 'Gone "for good"'; }` },
    'class GoneError extends Error { name = "ɵGone"; }',
    { code: within('readonly cause?: HttpError = this.cause;'), filename: 'src/errors.ts' },
    { name: 'a marker', code: 'class GoneError extends Error {}' },
    {
      name: 'the field resets the message',
      code: within('message: string; constructor(message: string) { super(message); this.message = message; }'),
      filename: 'src/errors.ts',
    },
    { name: 'a marker below another', code: `${named('AppError')} class GoneError extends AppError {}` },
    {
      name: 'the subclasses have the names',
      code: 'abstract class AppError extends Error { constructor(m: string) { super(m); } }',
    },
    { name: 'its base may name it', code: 'class GoneError extends HttpError { constructor(id) { super(410, id); } }' },
    {
      name: 'its base does name it',
      code: 'class AppError extends Error { constructor(m) { super(m); this.name = new.target.name; } } class GoneError extends AppError { constructor(id) { super(id); } }',
    },
    { name: 'a name for the outside', code: 'class APICallError extends Error { name = "AI_APICallError"; }' },
    { name: 'stands in for another', code: 'class AcmeTimeoutError extends Error { name = "TimeoutError"; }' },
    'class RenderError2 extends Error { name = "RenderError3"; }',
    'class Render2Error extends Error { name = "RenderError"; }',
    'class HTTPError extends Error { name = "HttpError"; }',
    {
      name: 'known by nothing but its place',
      code: 'exports.GoneError = class extends Error { constructor(m) { super(m); } };',
    },
    'export default class extends Error { name = "GoneError"; }',
    'class GoneError extends Error { static name = "GoneError"; name = "GoneError"; }',

    // Messages and `super`.
    within('constructor(id) { super(`${id} is gone`); this.id = id; }'),
    within('constructor() { super("It is gone"); }'),
    within('constructor() { super(); }'),
    within('get message() { return `${this.id} is gone`; }'),
    within('constructor(id) { super(); this.id = id; this.message = this.describe(); }'),
    within('constructor(message, detail) { super(message); if (detail) this.message = `${message}: ${detail}`; }'),
    within('constructor(message, detail) { super(message); this.message += detail; }'),
    within('constructor(...args) { super(...args); }'),
    within('constructor() { return Object.create(GoneError.prototype); }'),
    within('constructor(message) { super(); other.message = message; Object.assign(this, { message }); }'),
    {
      name: 'what another class does with its arguments',
      code: within('constructor(message) { super(); this.message = message; }', 'class GoneError extends HttpError'),
    },
    {
      name: 'the list comes first',
      code: within(
        'constructor(errors, message) { super(errors, message); }',
        'class GoneError extends AggregateError',
      ),
    },
    'class GoneError extends Error { name = "GoneError"; constructor(message: string); constructor(message?: string, id?: number) { super(message); } }',
    'declare class GoneError extends Error { message: string; constructor(message: string); }',
    {
      name: 'a declaration file',
      code: 'export class GoneError extends Error { cause: Error; constructor(); }',
      filename: 'src/a.d.ts',
    },

    // Fields.
    within('code = "GONE"; id; #stack = 1; static message = "m";'),
    within('declare message: string; declare readonly cause: Error;'),
    within('message: string; constructor(message: string) { super(message); this.message = this.translate(message); }'),
    within('cause?: Error; constructor(message: string, cause?: Error) { super(message); this.cause = cause; }'),
    within('constructor(message: string, override readonly cause: Error) { super(message); }'),
    within('override stack = "";'),
    within('abstract message: string;', 'abstract class GoneError extends Error'),

    // Causes.
    within('constructor(message, { cause }) { super(message, { cause }); }'),
    within('constructor(message, options) { super(message, options); }'),
    within('constructor(cause) { super("Gone", { cause }); }'),
    within('constructor(message, cause) { super(`${message}: ${cause.message}`, { cause }); }'),
    within('constructor(message, cause) { super(message); this.originalError = cause; }'),
    within('constructor(message, cause) { super(message); if (cause) this.cause = cause; }'),
    within('constructor(message, cause) { super(message); keep(this, cause); }'),
    within('constructor(message, cause) { super(message); if (cause) this.stack += `\\n${cause.stack}`; }'),
    within('constructor(message, options) { super(message); this.code = options.code; }'),
    within('constructor(message: string, options: GoneOptions) { super(message); this.code = options.code; }'),
    within(
      'constructor(message: string, options: ErrorOptions & Gone) { super(message); this.cause = options.cause; }',
    ),
    within('constructor(message: string, options: ErrorOptions & Gone) { super(message); this.options = options; }'),
    within('constructor(message, cause) { super(message, cause ? { cause } : undefined); }'),
    within('constructor(message, _cause) { super(message); }'),
    within('constructor(id, message) { super(message); }'),

    // Prototypes.
    within('constructor(m) { super(m); Object.setPrototypeOf(this, GoneError.prototype); }'),
    within('constructor(m) { super(m); Object.setPrototypeOf(this, new.target.prototype); }'),
    'class AppError extends Error { name = "AppError"; constructor(m) { super(m); Object.setPrototypeOf(this, AppError.prototype); } } class GoneError extends AppError { constructor(m) { super(m); this.name = "GoneError"; Object.setPrototypeOf(this, GoneError.prototype); } }',

    // Options.
    { code: 'class GoneError extends Error { message = "m"; }', options: [{ checks: ['super'] }] },
    { code: 'class GoneError extends GraphQLError { message = "m"; }', options: [{ allowBases: ['GraphQLError'] }] },
    { name: 'a mock', code: 'class GoneError extends Error { message = "m"; }', filename: 'src/load.test.ts' },
  ],
  invalid: [
    // Names.
    {
      code: 'class GoneError extends Error { constructor(m) { super(m); } }',
      filename: 'src/errors.js',
      errors: [
        {
          messageId: 'unnamed',
          line: 1,
          column: 7,
          data: { name: 'GoneError', detail: 'Error', pattern: '^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$' },
          suggestions: [
            {
              messageId: 'mend',
              output: "class GoneError extends Error { name = 'GoneError'; constructor(m) { super(m); } }",
            },
          ],
        },
      ],
    },
    typed(
      'export class GoneError extends TypeError {\n  id = 1;\n}\n',
      mended('unnamed', "export class GoneError extends TypeError {\n  override name = 'GoneError';\n  id = 1;\n}\n"),
    ),
    {
      name: 'comments and line ends stay',
      code: 'export class GoneError extends Error { // a\r\n\t// b\r\n\tid = "1"; // c\r\n}\r\n',
      filename: 'src/errors.js',
      errors: mended(
        'unnamed',
        'export class GoneError extends Error {\r\n\tname = "GoneError"; // a\r\n\t// b\r\n\tid = "1"; // c\r\n}\r\n',
      ),
    },
    { code: 'const GoneError = class extends Error { id = 1; };', errors: ['unnamed'] },
    { code: 'const GoneError = class Hidden extends globalThis.Error { id = 1; };', errors: ['unnamed', 'suffix'] },
    {
      name: 'a type is no value',
      code: 'class GoneError extends Error { name: string; constructor(m) { super(m); } }',
      errors: bare('unnamed'),
    },
    {
      name: 'a name that is computed',
      code: 'class GoneError extends Error { [name] = "GoneError"; }',
      errors: ['unnamed'],
    },
    {
      name: 'another property',
      code: 'class GoneError extends Error { constructor(m) { super(m); Object.defineProperty(this, "id", { value: 1 }); } }',
      errors: ['unnamed'],
    },
    {
      code: 'class GoneError extends Error { constructor(m) { super(m); Error.captureStackTrace(this, GoneError); } }',
      errors: ['unnamed'],
    },
    { code: 'class GoneError extends Error { static name = "GoneError"; }', errors: ['unnamed'] },
    { code: 'export default class extends Error { id = 1; }', errors: bare('anonymous') },
    {
      code: 'class GoneError extends Error {}',
      filename: 'src/errors.js',
      options: [{ checks: ['name', 'empty'] }],
      errors: mended('unnamed', "class GoneError extends Error { name = 'GoneError'; }"),
    },
    {
      code: 'class GoneError extends Error { /* marker */ }',
      filename: 'src/errors.js',
      options: [{ checks: ['name', 'empty'] }],
      errors: mended('unnamed', "class GoneError extends Error { name = 'GoneError'; /* marker */ }"),
    },
    {
      code: `${named('AppError')} class GoneError extends AppError { constructor(id) { super(id); } }`,
      filename: 'src/errors.js',
      errors: mended(
        'inheritedName',
        `${named('AppError')} class GoneError extends AppError { name = 'GoneError'; constructor(id) { super(id); } }`,
      ),
    },
    {
      code: 'class GoneError extends Error { name = "foo"; }',
      errors: mended('misnamed', 'class GoneError extends Error { name = "GoneError"; }'),
    },
    { code: 'class GoneError extends Error { constructor() { super(); this.name = "Gone"; } }', errors: ['misnamed'] },
    {
      name: 'copied from its neighbour',
      code: `${named('LostError')} class GoneError extends Error { name = 'LostError'; }`,
      errors: ['misnamed'],
    },
    { code: 'class GoneError extends Error { name = "TypeError"; }', errors: ['misnamed'] },
    {
      name: 'mistyped',
      code: 'class RenderError extends Error { name = "RednerError"; }',
      errors: mended('misnamed', 'class RenderError extends Error { name = "RenderError"; }'),
    },
    { code: 'class RenderError extends Error { name = "RendrError"; }', errors: ['misnamed'] },
    { code: 'class RenderError extends Error { name = "RendenError"; }', errors: ['misnamed'] },
    {
      code: 'class GoneError extends HttpError { constructor() { super(); this.name = "foo"; } }',
      errors: ['misnamed'],
    },

    // `super` and messages.
    { code: within('constructor() { }'), errors: bare('noSuper') },
    { code: within('constructor(message) { this.message = message; }'), errors: bare('noSuper', 'messageAssigned') },
    {
      code: within('constructor(message) { super(); this.id = message.id; }'),
      errors: mended('messageDropped', within('constructor(message) { super(message); this.id = message.id; }')),
    },
    { code: within('constructor(message = "m") { super(/* none */); }'), errors: bare('messageDropped') },
    {
      code: within('constructor(message) { super(); this.message = message; }'),
      errors: mended('messageAssigned', within('constructor(message) { super(message);  }')),
    },
    {
      code: `class GoneError extends Error {\n  name = 'GoneError';\n  constructor(id) {\n    super();\n    // for people\n    this.message = \`\${id} is gone\`;\n    this.id = id;\n  }\n}\n`,
      errors: mended(
        'messageAssigned',
        `class GoneError extends Error {\n  name = 'GoneError';\n  constructor(id) {\n    super(\`\${id} is gone\`);\n    // for people\n    this.id = id;\n  }\n}\n`,
      ),
    },
    typed(within('declare message: string; constructor(message: string) { super(message); this.message = message; }'), [
      'messageRepeated',
    ]),
    {
      code: within('constructor(message) { super(message); this.message = message; }'),
      errors: mended('messageRepeated', within('constructor(message) { super(message);  }')),
    },
    {
      code: within('constructor(message) { super(message); this.message = `Gone: ${message}`; }'),
      errors: bare('messageAssigned'),
    },
    {
      name: 'a field would reset the message',
      code: within('message: string; constructor(text: string) { super(); this.message = text; }'),
      errors: bare('messageAssigned'),
    },
    {
      name: 'made behind `super`',
      code: within('constructor(id) { super(); const text = read(id); this.message = text; }'),
      errors: bare('messageAssigned'),
    },
    {
      name: 'changed behind `super`',
      code: within('constructor(text) { super(); text = read(text); this.message = text; }'),
      errors: bare('messageAssigned'),
    },
    {
      name: 'a comment would be lost',
      code: within('constructor(text) { super(); this.message = /* why */ text; }'),
      errors: bare('messageAssigned'),
    },
    { code: within('constructor(text) { super(); this.message = (count(), text); }'), errors: ['messageAssigned'] },

    // Fields.
    { code: within('message = "It is gone";'), errors: bare('shadowed') },
    { code: within('cause = undefined;'), errors: bare('shadowed') },
    { code: within('cause: Error;'), errors: mended('shadowed', within('declare cause: Error;')) },
    {
      code: within('public readonly stack?: string;'),
      errors: mended('shadowed', within('public declare readonly stack?: string;')),
    },
    { code: within('override cause?: Error;'), errors: bare('shadowed') },
    { code: within('message; constructor(message) { super(message); }'), errors: bare('shadowed') },

    // Causes.
    {
      code: within('constructor(message, cause) { super(message); }'),
      errors: mended('causeDropped', within('constructor(message, cause) { super(message, { cause }); }')),
    },
    {
      code: within('constructor(message, originalError) { super(message); }'),
      errors: mended(
        'causeDropped',
        within('constructor(message, originalError) { super(message, { cause: originalError }); }'),
      ),
    },
    {
      code: within('constructor(message, options) { super(message); }'),
      errors: mended('causeDropped', within('constructor(message, options) { super(message, options); }')),
    },
    {
      name: 'only what else is in the options is read',
      code: within('constructor(m: string, init: ErrorOptions & { id?: string }) { super(m); this.id = init.id; }'),
      errors: ['causeDropped'],
    },
    {
      code: within(
        'constructor(m: string, options?: { cause?: unknown; id?: string }) { super(m); this.id = options?.id; }',
      ),
      errors: ['causeDropped'],
    },
    {
      code: within('constructor(message: string, init?: ErrorOptions) { super(message); }'),
      errors: mended(
        'causeDropped',
        within('constructor(message: string, init?: ErrorOptions) { super(message, init); }'),
      ),
    },
    { code: within('constructor(message, { cause, id }) { super(message); this.id = id; }'), errors: ['causeDropped'] },
    {
      name: 'text of it is no cause',
      code: within('constructor(cause) { super(cause ? `Gone: ${cause.message}` : "Gone"); }'),
      errors: ['causeDropped'],
    },
    { code: within('constructor(m, cause) { super(m + String(cause)); }'), errors: ['causeDropped'] },
    { code: within('constructor(m, cause) { super(m /* a */); }'), errors: bare('causeDropped') },
    {
      code: within('constructor(m, cause) { super(410, m); }', 'class GoneError extends HttpError'),
      errors: bare('causeDropped'),
    },

    // Prototypes.
    {
      code: `${named('LostError')} ${within('constructor(m) { super(m); Object.setPrototypeOf(this, LostError.prototype); }')}`,
      errors: mended(
        'otherPrototype',
        `${named('LostError')} ${within('constructor(m) { super(m); Object.setPrototypeOf(this, new.target.prototype); }')}`,
      ),
    },
    {
      name: 'no error is an instance of the subclass',
      code: "class AppError extends Error { name = 'AppError'; constructor(m) { super(m); Object.setPrototypeOf(this, AppError.prototype); } } class GoneError extends AppError { name = 'GoneError'; }",
      errors: mended(
        'basePrototype',
        "class AppError extends Error { name = 'AppError'; constructor(m) { super(m); Object.setPrototypeOf(this, new.target.prototype); } } class GoneError extends AppError { name = 'GoneError'; }",
      ),
    },
  ],
});

test('a constructor without a body is for the compiler', () => {
  const code = 'class GoneError extends Error { message = "m"; constructor(type: string, text: string); }';
  // Oxlint refuses to read it.
  expect(lint('error-class-definition', errorClassDefinition, { code }, 'typescript')).toEqual([]);
});
