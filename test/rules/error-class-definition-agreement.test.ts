import { expect, test } from 'vitest';
import errorClassDefinition from '../../rules/error-class-definition.ts';
import { lint } from '../support/lint.ts';

/*
 * The shapes that the tests of unicorn's custom-error-definition tell apart, in words of our own. The rule looks at them with its default
 * options; where it answers otherwise on purpose, its page says so.
 */

const constructed = (body: string, head = 'class LoadError extends Error', parameters = 'message'): string =>
  `${head} { constructor(${parameters}) { ${body} } }`;

const accepted: readonly string[] = [
  'class Loader { }',
  'class Loader extends Tool { }',
  'class Loader extends Tool() { }',
  'const Loader = class { };',
  'exports.loader = class Loader {};',
  constructed('super(message); this.name = "LoadError";', 'const LoadError = class extends Error'),
  constructed('super(message); this.name = "LoadError";', 'class LoadError extends Net.RequestError'),
  constructed('super(message); this.name = "LoadError";'),
  constructed('super("Could not load"); this.name = "LoadError";', undefined, ''),
  constructed('super(); this.name = "LoadError";', 'class LoadError extends RangeError', ''),
  `export ${constructed('super(); this.name = "LoadError";', 'class LoadError extends RangeError', '')}`,
  `export default ${constructed('super(); this.name = "LoadError";', 'class LoadError extends RangeError', '')}`,
  `module.exports = ${constructed('super(); this.name = "LoadError";', 'class LoadError extends RangeError', '')}`,
  `exports.LoadError = ${constructed('super(); this.name = "LoadError";', 'class LoadError extends RangeError', '')}`,
  `exports.LoadError = ${constructed('super(message);', 'class extends Error')}`,
  `exports.loadError = ${constructed('super(message); this.name = "loadError";', 'class extends Error')}`,
  `${constructed('super(message); this.name = "LoadError";')} exports.loadError = LoadError;`,
  constructed('super(); this.name = "LoadError"; report.message = "m";', undefined, ''),
  'class LoadError extends Error { name = "LoadError"; constructor(message) { super(message); } }',
  'class LoadError extends Error { constructor(kind: string, text: string, answer?: unknown); }',
];

const refused: readonly string[] = [
  'class LoadError extends Error {}',
  constructed('super(message); this.name = "LoadError";', 'class loadError extends Error'),
  constructed('super(message); this.name = "loadError";', 'class loadError extends Error'),
  constructed('super(message); this.name = "Load";', 'class Load extends Error'),
  constructed('super(message); this.name = "loaderror";', 'class loaderror extends Error'),
  constructed('', undefined, ''),
  constructed('super(); this.message = "Could not load";', undefined, ''),
  constructed('super();', undefined, ''),
  constructed('super("Could not load"); this.name = this.constructor.name;', undefined, ''),
  constructed('super(message); this.message = message; this.name = "LoadError";'),
  constructed('super(); this.message = message; this.name = "LoadError";'),
  constructed('super(); this.message = message;'),
  constructed('super(); this.name = "LoadError"; this.message = message;'),
  constructed('super(); this.name = "load";', 'class LoadError extends Net.RequestError', ''),
  `module.exports = ${constructed('super(); this.name = "load";', 'class LoadError extends RangeError', '')}`,
  `exports.loadError = ${constructed('super(message); this.name = "LoadError";')}`,
  `exports.LoadError = ${constructed('super(); this.name = "load";', 'class LoadError extends RangeError', '')}`,
  `export ${constructed('super(); this.name = "load";', 'class LoadError extends RangeError', '')}`,
  `export default ${constructed('super(); this.name = "load";', 'class LoadError extends RangeError', '')}`,
  constructed(
    'if (message instanceof Error) message = message.message; super(); this.name = "LoadError"; this.message = message;',
  ),
  'class LoadError extends Error { name = "LOAD"; constructor(message) { super(message); } }',
  'const name = "computed"; class LoadError extends Error { [name] = "LoadError"; constructor(message) { super(message); } }',
  'class LoadError extends Error { "name": Kind; constructor(message) { super(message); } }',
];

const isReported = (code: string): boolean =>
  lint('error-class-definition', errorClassDefinition, { code }, 'typescript').length > 0;

test('what unicorn accepts is accepted', () => {
  expect(accepted.filter(isReported)).toEqual([]);
});

test('what unicorn refuses is refused, with three differences on purpose', () => {
  expect(refused.filter((code) => !isReported(code))).toEqual([
    'class LoadError extends Error {}',
    constructed('super("Could not load"); this.name = this.constructor.name;', undefined, ''),
    `exports.loadError = ${constructed('super(message); this.name = "LoadError";')}`,
  ]);
});
