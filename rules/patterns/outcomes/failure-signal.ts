import type { TSESTree } from '@typescript-eslint/utils';
import { getLastName } from '../dotted-name.ts';
import { getProperties } from '../object-properties.ts';
import type { Node } from '../source.ts';
import { unwrapExpression } from '../unwrap-expression.ts';

const failureWord =
  /(?:fail|error|err(?:$|[A-Z_])|invalid|reject|abort|broken|unavailable|corrupt|crash|exitCode|problem|denied|unauthorized|badRequest|notFound|forbidden|exception|issue|warning|offline|disconnect|dead|unhealthy)/i;
const failureText =
  /(?:fail|error|invalid|unavailable|could not|couldn't|cannot|can't|unable|wrong|not found|unknown|denied)/i;

/** Whether a name says that something went wrong: `setFailed`, `errorCount`, `toast.error`, `reject`. */
export function isFailureName(name: string): boolean {
  return failureWord.test(name.replace(/\bEventEmitter\b|\bon[A-Z]\w*\.|\bclear\w*|\breset\w*|[iI]gnore\w*/g, ''));
}

/** Whether a value is text (or a status) that tells a failure. */
export function isFailureText(value: Node): boolean {
  const inner = unwrapExpression(value);
  if (inner.type === 'Literal') return typeof inner.value === 'string' && failureText.test(inner.value);
  if (inner.type === 'TemplateLiteral') return inner.quasis.some((quasi) => failureText.test(quasi.value.raw));
  if (inner.type === 'MemberExpression' && inner.property.type === 'Identifier')
    return isFailureName(inner.property.name);
  return false;
}

/** Whether a call without the error still tells somebody of the failure: `reject()`, `res.status(500)`, `toast.error('…')`. */
export function isFailureCall(call: TSESTree.CallExpression | TSESTree.NewExpression, name: string): boolean {
  const last = getLastName(name);
  if (/^(?:status|sendStatus|code|writeHead|setStatus)$/.test(last)) return call.arguments.some(isFailureStatus);
  if (call.arguments.some((argument) => isFailureOptions(argument))) return true;
  if (/^(?:clear|reset|remove|delete|off|ignore|is|has|on[A-Z])/.test(last)) return false;
  if (isFailureName(last)) return true;
  return call.arguments.some(
    (argument) => isFailureValue(argument) || (argument.type === 'Literal' && isFailureText(argument)),
  );
}

function isFailureStatus(node: Node): boolean {
  return node.type === 'Literal' && typeof node.value === 'number' && node.value >= 400;
}

function isFailureOptions(node: Node): boolean {
  if (node.type !== 'ObjectExpression') return false;
  const status = getProperties(node).get('status') ?? getProperties(node).get('statusCode');
  return status !== undefined && (isFailureStatus(status) || isFailureText(status));
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
        /^(?:status|code|type|kind|state|result|outcome|message|reason|title|text|content|label|name|description|details?|summary)$/.test(
          name,
        ) &&
        isFailureText(content)
      )
        return true;
    }
    return false;
  }
  if (inner.type === 'ArrayExpression')
    return inner.elements.some((element) => element !== null && isFailureValue(element));
  return false;
}
