import { Node, SyntaxKind, type CallExpression, type ConstructorDeclaration } from 'ts-morph';
import type { TextEdit } from '../engine/edit/change.ts';
import type { CodeStyle } from '../engine/edit/code-style.ts';
import type { ErrorClass } from './error-class.ts';

const statusNames: readonly string[] = ['statusCode', 'httpStatus', 'httpStatusCode'];
const causeNames =
  /^(?:cause|(?:original|inner|underlying|wrapped|previous|source|parent|root)(?:Error|Exception|Cause)?|err(?:or)?|exception)$/;

/** Adapts what a constructor hands to `Error` to what the classes of the hierarchy take: a message always, then options. */
export function adaptSuperCalls({ node }: ErrorClass, style: CodeStyle): TextEdit[] {
  return node.getConstructors().flatMap((constructor) =>
    constructor
      .getDescendantsOfKind(SyntaxKind.SuperKeyword)
      .map((keyword) => keyword.getParent())
      .filter(Node.isCallExpression)
      .flatMap((call) => [...adaptMessage(call, style), ...addOptions(call, constructor, node, style)]),
  );
}

/** `Error` takes no message for an empty one; a class of the hierarchy wants to be told. */
function adaptMessage(call: CallExpression, { quote }: CodeStyle): TextEdit[] {
  const [message] = call.getArguments();
  const empty = `${quote}${quote}`;
  if (!message) return [insertAt(call.getEnd() - 1, empty)];
  if (Node.isSpreadElement(message) || !message.getType().isNullable()) return [];
  const isPlain =
    Node.isIdentifier(message) || Node.isPropertyAccessExpression(message) || Node.isCallExpression(message);
  if (isPlain) return [insertAt(message.getEnd(), ` ?? ${empty}`)];
  return [insertAt(message.getStart(), '('), insertAt(message.getEnd(), `) ?? ${empty}`)];
}

function addOptions(
  call: CallExpression,
  constructor: ConstructorDeclaration,
  node: ErrorClass['node'],
  { bracketSpace }: CodeStyle,
): TextEdit[] {
  const [message, options, ...others] = call.getArguments();
  if (others.length > 0 || (message && Node.isSpreadElement(message))) return [];
  const wanted = [findCause(constructor, node, call), findStatus(constructor, node)].filter(
    (property) => property !== undefined && !options?.getText().includes(property),
  );
  if (wanted.length === 0) return [];
  const list = wanted.join(', ');
  if (!options) return [insertAt(message?.getEnd() ?? call.getEnd() - 1, `, {${bracketSpace}${list}${bracketSpace}}`)];
  if (Node.isIdentifier(options)) {
    const text = `{${bracketSpace}...${options.getText()}, ${list}${bracketSpace}}`;
    return [{ start: options.getStart(), end: options.getEnd(), text }];
  }
  if (!Node.isObjectLiteralExpression(options)) return [];
  const last = options.getProperties().at(-1);
  return last ? [insertAt(last.getEnd(), `, ${list}`)] : [];
}

/** A caught error that the constructor takes, and that `Error` has not been told of. */
function findCause(
  constructor: ConstructorDeclaration,
  node: ErrorClass['node'],
  call: CallExpression,
): string | undefined {
  if (/\bcause\b/.test(call.getText()) || /\bthis\.cause\s*=/.test(constructor.getText())) return undefined;
  if (node.getInstanceMember('cause')) return undefined;
  const parameter = constructor.getParameters().find((candidate) => {
    if (candidate.isRestParameter() || !causeNames.test(candidate.getName())) return false;
    const type = candidate.getType();
    return type.isUnknown() || type.isAny() || type.getNonNullableType().getSymbol()?.getName() === 'Error';
  });
  if (!parameter || call.getArguments()[0]?.getText() === parameter.getName()) return undefined;
  const name = parameter.getName();
  return name === 'cause' ? name : `cause: ${name}`;
}

/** Frameworks answer with `status` before they look at `statusCode`: both must say the same. */
function findStatus(constructor: ConstructorDeclaration, node: ErrorClass['node']): string | undefined {
  if (node.getInstanceMember('status')) return undefined;
  const field = statusNames.find((name) => node.getInstanceMember(name));
  const parameter = field === undefined ? undefined : constructor.getParameter(field);
  return parameter?.getType().getNonNullableType().isNumber() ? `status: ${parameter.getName()}` : undefined;
}

function insertAt(offset: number, text: string): TextEdit {
  return { start: offset, end: offset, text };
}
