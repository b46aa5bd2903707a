import { Node, ts, type CallExpression, type ObjectLiteralExpression } from 'ts-morph';
import type { TextEdit } from '../engine/edit/change.ts';
import type { CodeStyle } from '../engine/edit/code-style.ts';
import type { ClientConstruction, OutgoingCall } from './outgoing-call.ts';

/** Puts a call into a policy; the signal of the caller goes to the policy, and that of the policy to the call. */
export function wrapCall({ node, signal: slot }: OutgoingCall, policy: string, style: CodeStyle): TextEdit[] {
  const call = getInnermostCall(node);
  const given = slot && call ? readOptions(call, slot.position) : undefined;
  const named = given ? countOf(node, 'signal') > given.mentions : false;
  const value = named ? 'scope.signal' : 'signal';
  const parameter = given ? (named ? '(scope)' : `({${style.bracketSpace}signal${style.bracketSpace}})`) : '()';
  const prefix = `${policy}.execute(${hasAwait(node) ? 'async ' : ''}${parameter} => `;
  const caller = given?.callerSignal;
  const suffix = caller === undefined ? ')' : `, {${style.bracketSpace}${caller}${style.bracketSpace}})`;
  return [
    insertAt(node.getStart(), prefix),
    ...(given?.pass(named ? `signal: ${value}` : 'signal', style) ?? []),
    insertAt(node.getEnd(), suffix),
  ];
}

/** The request itself in a chain such as `got(url).json()`. */
function getInnermostCall(node: Node): CallExpression | undefined {
  if (!Node.isCallExpression(node)) return undefined;
  const callee = node.getExpression();
  const inner = Node.isPropertyAccessExpression(callee) ? getInnermostCall(callee.getExpression()) : undefined;
  return inner ?? node;
}

interface GivenOptions {
  /** How often the text of the options that are replaced says `signal`. */
  readonly mentions: number;
  /** The caller's own signal, as a property for the options of the policy. */
  readonly callerSignal: string | undefined;
  /** Edits that give the call the signal of the policy. */
  readonly pass: (property: string, style: CodeStyle) => TextEdit[];
}

function readOptions(call: CallExpression, position: number): GivenOptions | undefined {
  const given = call.getArguments();
  const options = given[position];
  const last = given.at(-1);
  if (given.length < position || (!options && !last)) return undefined;
  if (!options) {
    const place = last?.getEnd() ?? call.getEnd() - 1;
    return {
      mentions: 0,
      callerSignal: undefined,
      pass: (property, { bracketSpace }) => [insertAt(place, `, {${bracketSpace}${property}${bracketSpace}}`)],
    };
  }
  if (Node.isObjectLiteralExpression(options)) return readLiteral(options);
  if (!Node.isIdentifier(options)) return undefined;
  const name = options.getText();
  const type = options.getType();
  const hasSignal = type.getNonNullableType().getProperty('signal') !== undefined;
  return {
    mentions: 0,
    callerSignal: hasSignal ? `signal: ${name}${type.isNullable() ? '?.' : '.'}signal ?? undefined` : undefined,
    pass: (property, { bracketSpace }) => [
      {
        start: options.getStart(),
        end: options.getEnd(),
        text: `{${bracketSpace}...${name}, ${property}${bracketSpace}}`,
      },
    ],
  };
}

function readLiteral(options: ObjectLiteralExpression): GivenOptions | undefined {
  const own = options.getProperty('signal');
  if (own) {
    return {
      mentions: countOf(own, 'signal'),
      callerSignal: own.getText(),
      pass: (property) =>
        own.getText() === property ? [] : [{ start: own.getStart(), end: own.getEnd(), text: property }],
    };
  }
  const spread = options.getProperties().filter(Node.isSpreadAssignment);
  // What is spread may bring a signal of its own along, which must not be lost.
  if (spread.some((part) => part.getExpression().getType().getNonNullableType().getProperty('signal')))
    return undefined;
  return {
    mentions: 0,
    callerSignal: undefined,
    pass: (property, style) => [appendProperties(options, [property], style)],
  };
}

/** Adds properties behind the last one, each on a line of its own where the others have theirs. */
function appendProperties(options: ObjectLiteralExpression, added: readonly string[], style: CodeStyle): TextEdit {
  const { bracketSpace, lineEnd } = style;
  const last = options.getProperties().at(-1);
  if (!last) return insertAt(options.getStart() + 1, `${bracketSpace}${added.join(', ')}${bracketSpace}`);
  const text = options.getSourceFile().getFullText();
  const indent = text.slice(last.getStartLinePos(), last.getNonWhitespaceStart());
  const hasOwnLine = options.getStartLineNumber() !== last.getStartLineNumber() && indent.trim() === '';
  const separator = hasOwnLine ? `,${lineEnd}${indent}` : ', ';
  return insertAt(last.getEnd(), added.map((property) => separator + property).join(''));
}

/** Gives a client the guarded `fetch`, and a time limit where it has none of its own. */
export function wrapClient(
  { node }: ClientConstruction,
  fetchName: string,
  timeoutMs: number,
  style: CodeStyle,
): TextEdit[] {
  const [options] = node.getArguments();
  const { bracketSpace } = style;
  const limit = `timeout: ${String(timeoutMs).replace(/\B(?=(?:\d{3})+$)/g, '_')}`;
  if (!Node.isObjectLiteralExpression(options)) {
    const text = `({${bracketSpace}fetch: ${fetchName}, ${limit}${bracketSpace}})`;
    const open = node.getExpression().getEnd();
    return [{ start: open, end: node.getEnd(), text }];
  }
  const added = options.getProperty('timeout') ? [`fetch: ${fetchName}`] : [`fetch: ${fetchName}`, limit];
  return [appendProperties(options, added, style)];
}

/** Whether the arguments wait for something: then the function around them has to be able to. */
function hasAwait(node: Node): boolean {
  const owner = node.getFirstAncestor(Node.isFunctionLikeDeclaration);
  return node
    .getDescendantsOfKind(ts.SyntaxKind.AwaitExpression)
    .some((inner) => inner.getFirstAncestor(Node.isFunctionLikeDeclaration) === owner);
}

function countOf(node: Node, word: string): number {
  return node.getText().match(new RegExp(`\\b${word}\\b`, 'g'))?.length ?? 0;
}

function insertAt(offset: number, text: string): TextEdit {
  return { start: offset, end: offset, text };
}
