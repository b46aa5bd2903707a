import { Node, SyntaxKind, type Project } from 'ts-morph';
import type { ThrowSite } from 'eslint-plugin-octollm/patterns';
import type { ErrorClass } from './error-class.ts';

/** What a class says about the failures that it stands for. */
export interface ClassEvidence {
  /** Its name, its documentation, its code and the message that it hands to `Error`, as the plugin's classifier reads them. */
  readonly site: ThrowSite;
  /** The HTTP status that all its errors have. */
  readonly status: number | undefined;
}

const statusNames: ReadonlySet<string> = new Set([
  'status',
  'statusCode',
  'httpStatus',
  'httpStatusCode',
  'status_code',
]);

/** Reads what a class says about itself. */
export function readEvidence({ node, name }: ErrorClass): ClassEvidence {
  const status = readConstant(node, statusNames);
  const code = readConstant(node, new Set(['code']));
  const title = name.replace(/(?:Error|Exception)$/, '').replace(/([a-z\d])([A-Z])|([A-Z]+)(?=[A-Z][a-z])/g, '$1$3 $2');
  const texts = [title, typeof code === 'string' ? code.replace(/_/g, ' ') : '', ...readMessages(node)];
  const message = `${texts.join(' ')}. ${readDocumentation(node)}`;
  const codes = [name, ...(typeof code === 'string' ? [code] : [])];
  return { site: createSite(message, codes), status: typeof status === 'number' ? status : undefined };
}

/** Describes an error by its message alone. */
export function createSite(message: string, codes: readonly string[] = []): ThrowSite {
  return {
    message: [{ kind: 'text', value: message }],
    guards: [],
    callees: [],
    callbackOf: [],
    functionName: '',
    className: '',
    parameters: [],
    filePath: '',
    statuses: [],
    codes,
    caught: false,
    isWholeBody: false,
  };
}

/** The messages that errors of the class are made with elsewhere in the project, each once. */
export function findThrownMessages(project: Project, name: string): readonly string[] {
  const creation = new RegExp(
    `\\bnew\\s+${name.replace(/\$/g, '\\$')}\\s*\\(\\s*(['"\`])((?:(?!\\1)[^\\\\\\n]){3,200})\\1`,
    'g',
  );
  const messages = project
    .getSourceFiles()
    .map((file) => file.compilerNode.text)
    .filter((text) => text.includes(name))
    .flatMap((text) => [...text.matchAll(creation)].map(([, , message = '']) => message));
  return [...new Set(messages)];
}

/** The value that a field has in every error, from its declaration or from the only assignment in the constructor. */
function readConstant(node: ErrorClass['node'], names: ReadonlySet<string>): string | number | undefined {
  const declared = node
    .getProperties()
    .filter((property) => names.has(property.getName()))
    .map((property) => property.getInitializer());
  const assigned = node
    .getConstructors()
    .flatMap((constructor) => constructor.getDescendantsOfKind(SyntaxKind.BinaryExpression))
    .filter(({ compilerNode: { operatorToken } }) => operatorToken.kind === SyntaxKind.EqualsToken)
    .filter((assignment) => {
      const target = assignment.getLeft();
      return (
        Node.isPropertyAccessExpression(target) &&
        Node.isThisExpression(target.getExpression()) &&
        names.has(target.getName())
      );
    })
    .map((assignment) => assignment.getRight());
  const values = [...declared, ...assigned].filter((value) => value !== undefined);
  const [only] = values;
  if (!only || values.length > 1) return undefined;
  if (Node.isAsExpression(only)) return getLiteral(only.getExpression());
  return getLiteral(only);
}

function getLiteral(value: Node): string | number | undefined {
  if (Node.isNumericLiteral(value)) return value.getLiteralValue();
  if (Node.isStringLiteral(value) || Node.isNoSubstitutionTemplateLiteral(value)) return value.getLiteralValue();
  const type = value.getType();
  const literal = type.isEnumLiteral() || type.isNumberLiteral() ? type.getLiteralValue() : undefined;
  return typeof literal === 'number' ? literal : undefined;
}

function readMessages(node: ErrorClass['node']): string[] {
  return node
    .getConstructors()
    .flatMap((constructor) => constructor.getDescendantsOfKind(SyntaxKind.SuperKeyword))
    .map((keyword) => keyword.getParent())
    .filter(Node.isCallExpression)
    .map((call) => call.getArguments()[0])
    .map((message) => (message ? readText(message) : ''));
}

function readText(message: Node): string {
  if (Node.isStringLiteral(message) || Node.isNoSubstitutionTemplateLiteral(message)) return message.getLiteralText();
  if (!Node.isTemplateExpression(message)) return '';
  const spans = message.getTemplateSpans().map((span) => span.getLiteral().getLiteralText());
  return [message.getHead().getLiteralText(), ...spans].join(' {} ');
}

function readDocumentation(node: ErrorClass['node']): string {
  if (!Node.isClassDeclaration(node)) return '';
  return node
    .getJsDocs()
    .map((doc) => doc.getDescription().trim())
    .join(' ');
}
