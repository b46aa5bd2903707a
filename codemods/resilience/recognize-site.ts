import { Node, type CallExpression, type Expression, type NewExpression, type Program } from 'ts-morph';
import { isOurModule } from './find-guard.ts';
import { findImportedModule, findOrigin } from './library.ts';
import type { ClientName, OutgoingSite } from './outgoing-call.ts';
import { recognizeDatabaseCall } from './database-calls.ts';
import { readMethod, repeatByMethod } from './http-method.ts';

/** Recognises a call that leaves the process, or a client that makes such calls. */
export function recognizeSite(node: CallExpression | NewExpression, program: Program): OutgoingSite | undefined {
  if (Node.isNewExpression(node)) return recognizeClient(node);
  return recognizeFetch(node, program) ?? recognizeHttpClient(node) ?? recognizeDatabaseCall(node);
}

const selfRepeating: ReadonlyMap<string, ClientName> = new Map([
  ['openai', 'openai'],
  ['@anthropic-ai/sdk', 'anthropic'],
]);

/** These clients repeat their requests themselves, and take the `fetch` that they send them with. */
function recognizeClient(node: NewExpression): OutgoingSite | undefined {
  const client = selfRepeating.get(findImportedModule(node.getExpression()) ?? '');
  if (!client) return undefined;
  const [options, ...others] = node.getArguments();
  const isReadable = others.length === 0 && (!options || Node.isObjectLiteralExpression(options));
  const ownFetch = Node.isObjectLiteralExpression(options) ? options.getProperty('fetch') : undefined;
  if (ownFetch && isOurs(ownFetch)) return undefined;
  const obstacle = ownFetch
    ? 'it is given a `fetch` of its own already'
    : isReadable
      ? undefined
      : 'its options are made elsewhere: give them the guarded `fetch` there';
  return { kind: 'client', client, node, operation: 'all requests', repetition: 'never', obstacle };
}

/** A `fetch` that comes from the module of policies. */
function isOurs(property: Node): boolean {
  const value = Node.isPropertyAssignment(property) ? property.getInitializer() : undefined;
  return value !== undefined && isOurModule(findImportedModule(value) ?? '');
}

/** The `fetch` of the platform, not one that the project or a package declares. */
function recognizeFetch(node: CallExpression, program: Program): OutgoingSite | undefined {
  const callee = node.getExpression();
  if (!/^(?:globalThis\.)?fetch$/.test(callee.getText()) || !isOfPlatform(callee, program)) return undefined;
  const [input, init] = node.getArguments();
  if (input && /^['"`](?:data|blob|file):/.test(input.getText())) return undefined;
  // A `Request` has a method and a signal of its own, and its body can be sent once.
  const isRequest = input !== undefined && !isAddress(input);
  const method = isRequest ? undefined : readMethod(init);
  return {
    kind: 'call',
    client: 'fetch',
    node,
    operation: method ?? 'request',
    repetition: isRequest ? 'never' : repeatByMethod(method, init),
    signal: isRequest ? undefined : { position: 1 },
    obstacle: isForwarding(node)
      ? 'it only hands on what it is given, so it is a `fetch` itself: guard the calls that lead here, or the client that gets it'
      : undefined,
  };
}

/** A text or a `URL`. */
function isAddress(input: Node): boolean {
  const type = input.getType();
  const parts = type.isUnion() ? type.getUnionTypes() : [type];
  return parts.every(
    (part) =>
      part.isString() || part.isStringLiteral() || part.isTemplateLiteral() || part.getSymbol()?.getName() === 'URL',
  );
}

/** `(input, init) => fetch(input, init)`: the parameters of the function, as they come. */
function isForwarding(node: CallExpression): boolean {
  const owner = node.getFirstAncestor(Node.isFunctionLikeDeclaration);
  const names = owner?.getParameters().map((parameter) => parameter.getName()) ?? [];
  const given = node.getArguments().map((argument) => argument.getText());
  return given.length > 1 && given.every((text, index) => text === names[index]);
}

function isOfPlatform(callee: Expression, program: Program): boolean {
  const declarations = callee.getSymbol()?.getDeclarations() ?? [];
  return declarations.every((declaration) => {
    const file = declaration.getSourceFile();
    return file.isDeclarationFile() || program.compilerObject.isSourceFileDefaultLibrary(file.compilerNode);
  });
}

const withBody: ReadonlySet<string> = new Set(['post', 'put', 'patch', 'postForm', 'putForm', 'patchForm']);
const withoutBody: ReadonlySet<string> = new Set(['get', 'head', 'options', 'delete']);

function recognizeHttpClient(node: CallExpression): OutgoingSite | undefined {
  const callee = node.getExpression();
  const name = Node.isPropertyAccessExpression(callee) ? callee.getName() : '';
  if (name !== '' && name !== 'request' && !withBody.has(name) && !withoutBody.has(name)) return undefined;
  const object = Node.isPropertyAccessExpression(callee) ? callee.getExpression() : callee;
  // A type is the dearest question: it comes after the name of the method.
  const module = findImportedModule(object) ?? (name === '' ? undefined : findOrigin(object)?.module);
  if (module !== 'axios' && module !== 'got') return undefined;
  const position = getOptionsPosition(module, name, node);
  const options = node.getArguments()[position];
  const method =
    withBody.has(name) || withoutBody.has(name) ? name.replace('Form', '').toUpperCase() : readMethod(options);
  return {
    kind: 'call',
    client: module,
    node: module === 'got' ? getChain(node) : node,
    operation: method ?? 'request',
    // got repeats requests itself.
    repetition: module === 'got' ? 'never' : repeatByMethod(method, options),
    signal: { position },
    obstacle: module === 'got' && isStream(options) ? 'it is a stream, which lasts longer than the call' : undefined,
  };
}

function getOptionsPosition(module: 'axios' | 'got', name: string, node: CallExpression): number {
  if (module === 'axios' && withBody.has(name)) return 2;
  const [first] = node.getArguments();
  const isWhole = name === 'request' || (name === '' && Node.isObjectLiteralExpression(first));
  return module === 'axios' && isWhole ? 0 : 1;
}

/** What got returns reads the body as well: `got(url).json()` is one call. */
function getChain(node: CallExpression): Expression {
  const access = node.getParent();
  const call = access?.getParent();
  const isRead = Node.isPropertyAccessExpression(access) && /^(?:json|text|buffer)$/.test(access.getName());
  return isRead && Node.isCallExpression(call) ? call : node;
}

function isStream(options: Node | undefined): boolean {
  return Node.isObjectLiteralExpression(options) && options.getProperty('isStream') !== undefined;
}
