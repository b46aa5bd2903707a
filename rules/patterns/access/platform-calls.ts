import { getDottedName, getLastName } from '../dotted-name.ts';
import type { ErrorHandler } from '../handlers/error-handler.ts';
import type { Node, Source } from '../source.ts';
import { unwrapExpression } from '../unwrap-expression.ts';
import { some } from '../walk.ts';

/** Functions of JavaScript and Node.js that throw or reject with instances of `Error` only. */
const functions =
  /^(?:(?:globalThis\.)?(?:JSON\.(?:parse|stringify)|(?:new )?RegExp|URL|BigInt|decodeURI(?:Component)?|encodeURI(?:Component)?|atob|btoa|structuredClone|TextDecoder|Date|Set|Map|require(?:\.resolve)?)|(?:Intl|Buffer|Object|Array|Math|Number|String|Reflect|path|url|zlib|crypto|os|fs|fsp|fsPromises|(?:fs\.)?promises|child_process|process|URL)\.\w+|\w+Sync)$/;

/** Methods of strings, lists and buffers, which code calls in passing. */
const methods =
  /^(?:toString|trim|trimEnd|trimStart|split|slice|replace|replaceAll|join|includes|startsWith|endsWith|toLowerCase|toUpperCase|indexOf|push|concat|match|matchAll|at|charAt|charCodeAt|codePointAt|substring|toISOString|decode|encode)$/;

/** Whether all that can fail in the guarded code is of the platform, so that what is caught is an error. */
export function throwsOnlyErrors(source: Source, { guarded }: ErrorHandler): boolean {
  if (!guarded) return false;
  let hasCall = false;
  const hasOther = some(source, guarded, (node) => {
    if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return isOpen(node);
    hasCall = true;
    return !isOfPlatform(node.callee);
  });
  return hasCall && !hasOther;
}

/** What may bring in any value: a promise from elsewhere, another throw, a part of another program. */
function isOpen(node: Node): boolean {
  if (node.type === 'AwaitExpression') return unwrapExpression(node.argument).type !== 'CallExpression';
  return (
    /^(?:ThrowStatement|YieldExpression|ImportExpression|TaggedTemplateExpression)$/.test(node.type) || isLoop(node)
  );
}

function isLoop(node: Node): boolean {
  return node.type === 'ForOfStatement' && node.await;
}

function isOfPlatform(callee: Node): boolean {
  const name = getDottedName(callee);
  return functions.test(name) || (name.includes('.') && methods.test(getLastName(name)));
}
