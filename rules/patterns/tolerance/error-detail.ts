import type { TSESTree } from '@typescript-eslint/utils';
import { getDottedName, getLastName } from '../dotted-name.ts';
import { getFunctionName } from '../function-name.ts';
import type { ErrorHandler } from '../handlers/error-handler.ts';
import { leaves } from '../outcomes/leaves.ts';
import { getEnclosingFunction, getText, isFunction, type Node, type Source } from '../source.ts';
import { collectOwn } from '../walk.ts';
import { getPreceding } from './following.ts';

/** Calls that read the body of a response. */
const reads =
  /^(?:text|json|arrayBuffer|blob|formData|bytes|parse|(?:read|parse|get|extract)\w*(?:Body|Text|Error|Response)\w*)$/;

/** Functions that make an error, or the text of one, and those that tell of one. */
const makesError =
  /^_?#?(?:parse|format|describe|stringify|render|print|report|capture|log|record)\w*(?:Error|Exception|Failure|Stack)(?:Message|Text|Details?|Body|Info)?$/;

/**
 * Whether all that can fail is a detail of a failure that is known already, the body of a response that was found to be bad: the failure
 * goes its way without it. `if (!response.ok) { const text = await response.text().catch(() => ''); … }`
 */
export function isErrorDetail(source: Source, handler: ErrorHandler): boolean {
  const { guarded, host } = handler;
  if (!guarded) return false;
  if (handler.kind === 'catch-clause' && makesError.test(getFunctionName(getEnclosingFunction(host) ?? host) ?? ''))
    return true;
  if (handler.kind === 'promise-catch' && guarded.type === 'CallExpression' && isPartOfError(host))
    return getResponse(guarded) !== undefined;
  const awaited = collectOwn(source, guarded, 'AwaitExpression').map(({ argument }) => argument);
  const [call, ...others] = handler.kind === 'catch-clause' ? awaited : [guarded];
  if (call?.type !== 'CallExpression' || others.length > 0) return false;
  const response = getResponse(call);
  return response !== undefined && isFoundBad(source, host, response);
}

/** `new ApiError('…', { body: await response.text().catch(() => '') })` */
function isPartOfError(host: Node): boolean {
  let current = host;
  while (current.parent && /^(?:AwaitExpression|ObjectExpression|Property|TemplateLiteral)$/.test(current.parent.type))
    current = current.parent;
  const { parent } = current;
  return parent?.type === 'NewExpression' && /(?:Error|Exception)$/.test(getDottedName(parent.callee));
}

/** `response` in `response.text()`, `response.clone().json()` and `parse(response)` */
function getResponse(call: TSESTree.CallExpression): string | undefined {
  const name = getDottedName(call.callee);
  if (!reads.test(getLastName(name))) return undefined;
  const [argument] = call.arguments;
  const holder = argument ? getDottedName(argument) : name.slice(0, name.lastIndexOf('.')).replace(/\.clone\(\)$/, '');
  return /^[\w$.#]+$/.test(holder) ? holder : undefined;
}

/** Whether a place is reached only by responses that are no success: inside `if (!r.ok)`, or behind `if (r.ok) return …`. */
function isFoundBad(source: Source, host: Node, response: string): boolean {
  const name = response.replace(/[$.]/g, String.raw`\$&`);
  const bad = new RegExp(String.raw`!\s*${name}\??\.ok\b|\b${name}\??\.(?:ok\s*===?\s*false|status(?:Code)?\b)`);
  const good = new RegExp(String.raw`(?<!!\s*)\b${name}\??\.(?:ok|status(?:Code)?)\b`);
  for (let child = host; child.parent && !isFunction(child.parent); child = child.parent) {
    const { parent } = child;
    if (parent.type === 'IfStatement' && parent.consequent === child && bad.test(getText(source, parent.test)))
      return true;
    const isLeft = getPreceding(child).some(
      (statement) =>
        statement.type === 'IfStatement' &&
        leaves(statement.consequent) &&
        good.test(getText(source, statement.test)) &&
        !bad.test(getText(source, statement.test)),
    );
    if (isLeft) return true;
  }
  return false;
}
