/** The node types at which `findHandlers` has something to say. */
export const handlerNodeTypes: readonly string[] = [
  'CatchClause',
  'CallExpression',
  'AssignmentExpression',
  'FunctionExpression',
  'ArrowFunctionExpression',
  'FunctionDeclaration',
  'IfStatement',
];

/**
 * Every handler needs one of these words: keywords and methods (`catch`, `.then`, `.subscribe`), events and classes (`error`,
 * `uncaughtException`, `unhandledRejection`), or a name by which a callback takes its error, the short ones as a parameter shows them.
 */
const words = /catch|then|subscribe|rror|exception|unhandled|rejected|err|\b_*(?:er|e|ex|cause)\s*[,:?)/=]/i;

/** Of two handlers that are rare, one word tells whether a file can have them. */
const wordsOfRareTypes: ReadonlyMap<string, string> = new Map([
  ['AssignmentExpression', 'onerror'],
  ['IfStatement', 'rejected'],
]);

/** The node types at which a file of this text can have handlers: none for most files of types, constants and data. */
export function getHandlerNodeTypes(text: string): readonly string[] {
  // An escape could spell any word.
  if (/\\[ux]/.test(text)) return handlerNodeTypes;
  if (!words.test(text)) return [];
  return handlerNodeTypes.filter((type) => text.includes(wordsOfRareTypes.get(type) ?? ''));
}
