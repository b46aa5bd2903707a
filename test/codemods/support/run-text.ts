import { createRequire } from 'node:module';
import { compileFunction } from 'node:vm';

const load = createRequire(import.meta.url);

/**
 * Runs the text of a CommonJS module and returns what it exports.
 *
 * @param modules what `require` returns for some names; any other module is loaded as it is installed
 */
export function runText(text: string, modules: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const module = { exports: {} };
  const require = (name: string): unknown => (name in modules ? modules[name] : load(name));
  const run = compileFunction(text, ['require', 'module', 'exports']);
  run(require, module, module.exports);
  return module.exports;
}
