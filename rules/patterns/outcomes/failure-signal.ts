import type { TSESTree } from '@typescript-eslint/utils';
import { getDottedName, getLastName } from '../dotted-name.ts';
import { getProperties } from '../object-properties.ts';
import type { Node } from '../source.ts';
import { unwrapExpression } from '../unwrap-expression.ts';

const failureWord =
  /fail|error|invalid|reject|abort|broken|unavailable|corrupt|crash|exitCode|problem|denied|unauthorized|badRequest|not_?Found|forbidden|exception|warning|offline|disconnect|unhealthy/i;
/** Short words count as a word of their own only: `lastErr`, but not `renderResult`, `issuer` and `deadline`. */
const shortFailureWord =
  /(?:^|_)(?:err|ERR|dead|DEAD)(?=$|[A-Z\d_])|[a-z](?:Err|Dead)(?=$|[A-Z\d_])|(?:^|_|[a-z](?=I))[iI]ssues?$/;
const failureText =
  /(?:fail|error|invalid|unavailable|could not|couldn't|cannot|can't|unable|wrong|not found|unknown|denied|reject|^n\/a$|^danger$|^destructive$)/i;

/** Whether a name says that something went wrong: `setFailed`, `errorCount`, `toast.error`, `reject`. */
export function isFailureName(name: string): boolean {
  const told = name.replace(/\bEventEmitter\b|\bon[A-Z]\w*\.|\bclear\w*|\breset\w*|[iI]gnore\w*/g, '');
  return failureWord.test(told) || shortFailureWord.test(getLastName(told));
}

/** Whether a value is text (or a status) that tells a failure. */
export function isFailureText(value: Node): boolean {
  const inner = unwrapExpression(value);
  if (inner.type === 'Literal') return typeof inner.value === 'string' && failureText.test(inner.value);
  if (inner.type === 'TemplateLiteral') return inner.quasis.some((quasi) => failureText.test(quasi.value.raw));
  if (inner.type === 'Identifier') return isFailureConstant(inner.name);
  if (inner.type === 'MemberExpression' && inner.property.type === 'Identifier')
    return isFailureName(inner.property.name);
  return false;
}

/** `UNAVAILABLE_MARKER`, but not `ERROR_DELAY_MS` */
function isFailureConstant(name: string): boolean {
  return (
    /^[A-Z][A-Z\d_]*$/.test(name) && isFailureName(name) && !/_(?:MS|DELAY|TIMEOUT|LIMIT|COUNT|MAX|MIN)$/.test(name)
  );
}

/** What shows a message to the user, who is told by it: `toast('…')`, `toggleNotification({ … })`, `notifications.show({ … })`. */
const showsMessage =
  /^(?:window\.)?alert$|(?:^|\.)(?:toast|notify|snackbar)$|(?:^|\.|[a-z])(?:Toast|Snackbar|Notification|Alert)$|\b(?:toaster|notifications?|snackbar)\.(?:show|add|open|create)$/;

/** `invalidUrls.push(url)`, `failed.add(id)`: the list says by its name what became of its items. */
const gathersFailures = /(?:invalid|fail|error|rejected|missing|broken)\w*\.(?:push|add|unshift)$/i;

/** Whether a call without the error still tells somebody of the failure: `reject()`, `res.status(500)`, `toast.error('…')`. */
export function isFailureCall(call: TSESTree.CallExpression | TSESTree.NewExpression, name: string): boolean {
  const last = getLastName(name);
  if (/^(?:status|sendStatus|code|writeHead|setStatus)$/.test(last)) return call.arguments.some(isFailureStatus);
  if (gathersFailures.test(name) && !call.arguments.every(({ type }) => type === 'Literal')) return true;
  if (call.arguments.some((argument) => isFailureOptions(argument))) return true;
  if (/^(?:clear|reset|remove|delete|off|ignore|is|has|hide|close|dismiss|on[A-Z])/.test(last)) return false;
  if (showsMessage.test(name) && call.arguments.length > 0) return true;
  if (isFailureName(last)) return true;
  return (
    call.arguments.some(
      (argument) =>
        isFailureValue(argument) || (/^(?:Literal|Identifier)$/.test(argument.type) && isFailureText(argument)),
    ) ||
    (/^(?:emit|fire|dispatch\w*|trigger)$/.test(last) && call.arguments.some(isFailureEvent))
  );
}

/** `PageEvent.RequestFailed`: the event that is emitted says by its name what happened. */
function isFailureEvent(argument: Node): boolean {
  return argument.type === 'MemberExpression' && isFailureText(argument);
}

function isFailureStatus(node: Node): boolean {
  return node.type === 'Literal' && typeof node.value === 'number' && node.value >= 400;
}

function isFailureOptions(node: Node): boolean {
  if (node.type !== 'ObjectExpression') return false;
  const status = getProperties(node).get('status') ?? getProperties(node).get('statusCode');
  return status !== undefined && (isFailureStatus(status) || isFailureText(status));
}

/** `{ content: [{ type: 'text', text: JSON.stringify({ error: '…' }) }] }` tells it further inside. */
function isFailureInside(content: Node): boolean {
  if (content.type === 'CallExpression')
    return getDottedName(content.callee) === 'JSON.stringify' && content.arguments.some(isFailureValue);
  return content.type === 'ArrayExpression' && isFailureValue(content);
}

/** Whether a returned value is a failure by its shape: `{ ok: false }`, `{ error: … }`, `err(…)`, `new Response(…, { status: 500 })`. */
export function isFailureValue(value: Node | null): boolean {
  if (!value) return false;
  const inner = unwrapExpression(value);
  if (inner.type === 'ObjectExpression') {
    if (isFailureOptions(inner)) return true;
    for (const [name, property] of getProperties(inner)) {
      const content = unwrapExpression(property);
      const isFalse = content.type === 'Literal' && content.value === false;
      if (isFalse && /^(?:ok|success|successful|succeeded|isValid|valid|isOk|passed|healthy|authenticated)$/.test(name))
        return true;
      const isEmpty =
        (content.type === 'Literal' && !content.value) ||
        (content.type === 'Identifier' && content.name === 'undefined') ||
        (content.type === 'ArrayExpression' && content.elements.length === 0);
      if (/error|failure|failed|isErr/i.test(name) && !isEmpty) return true;
      if (
        /^(?:status|code|type|kind|state|variant|severity|result|outcome|message|reason|title|text|content|label|name|description|details?|summary)$/.test(
          name,
        ) &&
        isFailureText(content)
      )
        return true;
      if (isFailureInside(content)) return true;
    }
    return false;
  }
  if (inner.type === 'ArrayExpression')
    return inner.elements.some((element) => element !== null && isFailureValue(element));
  return false;
}
