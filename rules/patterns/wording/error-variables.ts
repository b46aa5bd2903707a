import { getDottedName, getLastName, getPropertyName } from '../dotted-name.ts';
import type { ErrorHandler } from '../handlers/error-handler.ts';
import { findHandlers } from '../handlers/find-handler.ts';
import { onceAName } from '../once-a-name.ts';
import { onceAFile } from '../once-a-file.ts';
import { getText, isFunction, type Node, type Source, type Variable } from '../source.ts';
import { getOnlyValue } from '../variables.ts';
import { textProperty } from './text-matches.ts';

const errorName = /^_*(?:err|error|exception|thrown|cause|failure|\w*(?:Err|Error|Exception))$/;
const errorType = /^(?:unknown|any|\w*(?:Error|Exception))$/;
const eventName = /^(?:event|evt|ev)$/;

/** A variable that holds an error, the text of one alone (`catch ({ message })`), or an event that brings one. */
export interface ErrorVariable {
  readonly variable: Variable;
  readonly holds: 'error' | 'text' | 'event';
}

/** Finds the variables of a file that hold errors: what handlers bind, and what is named or typed for one. */
export function findErrorVariables(source: Source): ErrorVariable[] {
  const found: ErrorVariable[] = [];
  for (const scope of source.scopeManager?.scopes ?? [])
    for (const variable of scope.variables) {
      if (variable.references.length === 0) continue;
      if (holdsError(source, variable)) found.push({ variable, holds: 'error' });
      else if (holdsText(source, variable)) found.push({ variable, holds: 'text' });
      else if (holdsEvent(source, variable)) found.push({ variable, holds: 'event' });
    }
  return found;
}

function holdsError(source: Source, variable: Variable): boolean {
  const [definition] = variable.defs;
  switch (definition?.type) {
    case 'CatchClause':
      return definition.name === definition.node.param;
    case 'Variable':
      return (isNamedForError(variable.name) || isTestedAsError(source, variable)) && !isMadeHere(variable);
    case 'Parameter':
      if (isNamedForError(variable.name)) return true;
      return (
        isTypedAsError(source, definition.name) ||
        isTestedAsError(source, variable) ||
        findBinding(source, variable, definition.node)?.variables.includes(variable) === true
      );
    default:
      return false;
  }
}

function holdsText(source: Source, variable: Variable): boolean {
  const [definition] = variable.defs;
  const property = definition?.name.parent;
  if (property?.type !== 'Property' || !textProperty.test(getPropertyName(property) ?? '')) return false;
  if (definition?.type === 'CatchClause') return true;
  return (
    definition?.type === 'Parameter' &&
    findBinding(source, variable, definition.node)?.parts.includes(variable) === true
  );
}

/** `const error = new Error()` is made for its stack, and nothing has failed. */
function isMadeHere(variable: Variable): boolean {
  const value = getOnlyValue(variable);
  return value?.type === 'NewExpression' && value.arguments.length === 0;
}

const isNamedForError: (name: string) => boolean = onceAName((name) => errorName.test(name));

/** `(e: unknown)`, `(problem: HttpError)`; a name of one letter alone could be an event or an element. */
function isTypedAsError(source: Source, name: Node): boolean {
  if (name.type !== 'Identifier' || !name.typeAnnotation) return false;
  const [start, end] = name.typeAnnotation.typeAnnotation.range;
  const type = source.text.slice(start, end);
  return errorType.test(type) && (/Error|Exception/.test(type) || /^(?:e|ex|er|reason)$/.test(name.name));
}

/** The names that a file tests as errors, read off its text: there are few, and most files have none. */
const getTestedNames: (source: Source) => ReadonlySet<string> = onceAFile(({ text }) => {
  const names = new Set<string>();
  const parts = text.split(' instanceof ');
  for (const [index, part] of parts.slice(1).entries()) {
    // A class and a name are read off the few characters next to the word.
    if (!/^[\w$.]*(?:Error|Exception)\b/.test(part.slice(0, 80))) continue;
    const name = /[\w$]+$/.exec(parts[index]?.slice(-40) ?? '')?.[0];
    if (name !== undefined) names.add(name);
  }
  return names;
});

/** `result instanceof Error && result.message …` */
function isTestedAsError(source: Source, variable: Variable): boolean {
  if (!getTestedNames(source).has(variable.name)) return false;
  return variable.references.some(({ identifier: { parent } }) => {
    if (parent.type !== 'BinaryExpression' || parent.operator !== 'instanceof') return false;
    return parent.left.type === 'Identifier' && parent.left.name === variable.name;
  });
}

/** `window.addEventListener('error', (event) => …)`, `(event: PromiseRejectionEvent) => …` */
function holdsEvent(source: Source, { defs: [definition] }: Variable): boolean {
  if (definition?.type !== 'Parameter' || definition.name.type !== 'Identifier') return false;
  const { name, node: owner } = definition;
  if (!isFunction(owner) || owner.params[0] !== name) return false;
  const type = name.typeAnnotation ? getText(source, name.typeAnnotation.typeAnnotation) : '';
  if (/^(?:ErrorEvent|PromiseRejectionEvent)$/.test(type)) return true;
  const call = owner.parent;
  if (call.type !== 'CallExpression' || getLastName(getDottedName(call.callee)) !== 'addEventListener') return false;
  const [event] = call.arguments;
  return event?.type === 'Literal' && /^(?:error|unhandledrejection)$/.test(String(event.value));
}

/** Finds the handler whose callback takes a variable as its first parameter: `.catch((e) => …)`. */
function findBinding(source: Source, variable: Variable, owner: Node): ErrorHandler | undefined {
  if (!isFunction(owner) || eventName.test(variable.name)) return undefined;
  const { parent } = owner;
  if (parent.type !== 'CallExpression' || parent.callee === owner) return undefined;
  return findHandlers(source, parent).find((handler) => handler.callback === owner);
}
