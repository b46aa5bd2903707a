import { Node, ts, type Statement } from 'ts-morph';
import type { TextEdit } from '../engine/edit/change.ts';
import type { ErrorClass } from './error-class.ts';

export interface RedundancyContext {
  /** The name that the errors of the base have. */
  readonly baseName: string;
  /** Whether other classes extend the class. */
  readonly isExtended: boolean;
}

/**
 * Takes statements of a constructor away that do nothing once the class has its new base. One with a comment stays, so that
 * the comment keeps what it speaks of.
 */
export function removeRedundantStatements(errorClass: ErrorClass, context: RedundancyContext): TextEdit[] {
  const text = errorClass.node.getSourceFile().getFullText();
  const isLess = (statement: Statement): boolean =>
    isRedundant(statement, errorClass, context) && !hasComment(statement, text);
  return errorClass.node
    .getConstructors()
    .flatMap((constructor) => groupNeighbours(constructor.getStatements(), isLess))
    .map((group) => removeLines(text, group));
}

/** Statements in a row that all fit, from the first to the last. */
type Row = readonly [first: Statement, last: Statement];

function groupNeighbours(statements: readonly Statement[], fits: (statement: Statement) => boolean): readonly Row[] {
  const rows: Row[] = [];
  let isOpen = false;
  for (const statement of statements) {
    const last = isOpen ? rows.pop() : undefined;
    isOpen = fits(statement);
    if (isOpen) rows.push([last?.[0] ?? statement, statement]);
    else if (last) rows.push(last);
  }
  return rows;
}

function isRedundant(statement: Statement, errorClass: ErrorClass, context: RedundancyContext): boolean {
  const written = statement.getText().replace(/\s+/g, ' ');
  return (
    isPrototypeRepair(written, errorClass, context) ||
    isNameOfBase(written, errorClass, context) ||
    isStackCapture(statement, errorClass)
  );
}

/** Classes that are compiled to ES5 need this; for native ones the prototype is right already. */
function isPrototypeRepair(statement: string, { name }: ErrorClass, { isExtended }: RedundancyContext): boolean {
  const [, prototype] = /^(?:Object|Reflect)\.setPrototypeOf\(this, (.+)\.prototype\);?$/.exec(statement) ?? [];
  if (prototype === 'new.target' || prototype === 'this.constructor') return true;
  // Of a subclass this line makes an instance of the class itself: taking it away would change that.
  return prototype === name && !isExtended;
}

function isNameOfBase(statement: string, { node }: ErrorClass, { baseName }: RedundancyContext): boolean {
  const [, , name] = /^this\.name = (['"`])(\w+)\1;?$/.exec(statement) ?? [];
  return name === baseName && !node.getInstanceMember('name');
}

/**
 * The stack of an error of a class begins where it was made; capturing it again only matters for its first line, which has
 * the name that was set before.
 */
function isStackCapture(statement: Statement, { node, name }: ErrorClass): boolean {
  if (/\bname\b/.test(node.getText().replace(/^[^{]*/, ''))) return false;
  const inner =
    Node.isIfStatement(statement) && !statement.getElseStatement() ? getOnlyStatement(statement) : statement;
  const isGuard = !Node.isIfStatement(statement) || /captureStackTrace/.test(statement.getExpression().getText());
  const [, origin = ''] = /^Error\.captureStackTrace(?:\?\.)?\(this(?:, ?(.+))?\);?$/.exec(
    inner?.getText().replace(/\s+/g, ' ') ?? '',
  ) ?? [undefined, '-'];
  return isGuard && ['', name, 'this.constructor', 'new.target'].includes(origin);
}

function getOnlyStatement(statement: Statement): Statement | undefined {
  if (!Node.isIfStatement(statement)) return undefined;
  const body = statement.getThenStatement();
  if (!Node.isBlock(body)) return body;
  const [only, ...others] = body.getStatements();
  return others.length === 0 ? only : undefined;
}

function hasComment(statement: Statement, text: string): boolean {
  return (
    ts.getLeadingCommentRanges(text, statement.getFullStart()) !== undefined ||
    ts.getTrailingCommentRanges(text, statement.getEnd()) !== undefined ||
    /\/[/*]/.test(statement.getText())
  );
}

/** Whole lines where statements have them to themselves; a blank line before them goes when none is needed any more. */
function removeLines(text: string, [first, last]: Row): TextEdit {
  const start = text.lastIndexOf('\n', first.getStart() - 1) + 1;
  const end = text.indexOf('\n', last.getEnd());
  const line = text.slice(start, first.getStart()) + text.slice(last.getEnd(), end);
  if (end === -1 || line.trim() !== '') return { start: first.getStart(), end: last.getEnd(), text: '' };
  const [blank = ''] = /(?:\n[ \t]*\r?)*$/.exec(text.slice(0, Math.max(0, start - 1))) ?? [];
  const needsNone = /^[ \t]*(?:\r?\n|\})/.test(text.slice(end + 1));
  return { start: needsNone ? start - blank.length : start, end: end + 1, text: '' };
}
