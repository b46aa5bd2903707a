import { getErrorConstruction } from '../causes/error-construction.ts';
import { getDottedName, getLastName } from '../dotted-name.ts';
import type { ErrorHandler } from '../handlers/error-handler.ts';
import { createProvenanceContext, getProvenance, type ProvenanceContext } from '../provenance.ts';
import type { OctollmSettings } from '../settings/settings.ts';
import type { Node, Source } from '../source.ts';
import { unwrapExpression } from '../unwrap-expression.ts';
import { isNamedForDropping } from './drops-error.ts';
import { isExitCode } from './exit-code.ts';
import { isFailureCall, isFailureText, isFailureValue } from './failure-signal.ts';
import { isRecovery, observation } from './observation.ts';
import type { Outcome, OutcomeKind } from './outcome.ts';
import { enumeratePaths, type Path } from './paths.ts';
import { isLogger, isReporter } from './log-call.ts';

/** The outcomes of a handler, one a path; the same for every rule and codemod that asks. */
export interface HandlerAnalysis {
  readonly handler: ErrorHandler;
  readonly context: ProvenanceContext;
  readonly outcomes: readonly Outcome[];
}

const cache = new WeakMap<ErrorHandler, { settings: OctollmSettings; analysis: HandlerAnalysis }>();

export function analyzeHandler(source: Source, settings: OctollmSettings, handler: ErrorHandler): HandlerAnalysis {
  const cached = cache.get(handler);
  if (cached?.settings === settings) return cached.analysis;
  const context = createProvenanceContext(source, settings, [handler]);
  let outcomes: readonly Outcome[] | undefined;
  const analysis: HandlerAnalysis = {
    handler,
    context,
    // Many questions are answered by the shape of the handler alone, so its paths are followed only when somebody asks for them.
    get outcomes() {
      return (outcomes ??= getOutcomes(context, handler));
    },
  };
  cache.set(handler, { settings, analysis });
  return analysis;
}

function getOutcomes(context: ProvenanceContext, handler: ErrorHandler): Outcome[] {
  if (!handler.body) return [getReferenceOutcome(context, handler)];
  const paths = enumeratePaths(context, handler.body, handler.isConditional);
  return paths.map((path) => ({
    kind: getKind(context, handler, isForNobody(handler, path) ? { ...path, value: null } : path),
    node: path.node,
    isDiscriminated: (path.flags & observation.discriminated) !== 0,
    exit: path.exit,
    value: path.value,
  }));
}

/** `await send().catch(() => undefined);` puts nothing in the place of the result, because nobody takes it. */
function isForNobody({ kind, host }: ErrorHandler, { exit, value }: Path): boolean {
  if (exit !== 'return' || !value || !isNothing(value)) return false;
  return (kind === 'promise-catch' || kind === 'promise-then') && isStatement(host);
}

function isNothing(value: Node): boolean {
  const inner = unwrapExpression(value);
  if (inner.type === 'UnaryExpression') return inner.operator === 'void';
  if (inner.type === 'Literal') return inner.value === null && inner.raw === 'null';
  return inner.type === 'Identifier' && inner.name === 'undefined';
}

function isStatement(host: Node): boolean {
  let current = host.parent;
  while (current && /^(?:Await|Chain|Unary|TS\w+)Expression$/.test(current.type)) current = current.parent;
  return current?.type === 'ExpressionStatement';
}

const noopNames =
  /^(?:noop|_noop|_\.noop|lodash\.noop|\$\.noop|Function\.prototype|angular\.noop|doNothing|noopFn|NOOP|emptyFunction|emptyFn|nop|identity|noOp)$/;

/** A handler passed by name: `console.error` logs, `noop` ignores, anything else gets the error. */
function getReferenceOutcome(context: ProvenanceContext, handler: ErrorHandler): Outcome {
  const name = handler.reference ?? '*';
  let kind: OutcomeKind = 'forwarded';
  if (noopNames.test(name) || noopNames.test(getLastName(name)) || isNamedForDropping(getLastName(name)))
    kind = 'ignored';
  else if (isReporter(name, context.settings)) kind = 'reported';
  else if (isLogger(name.replace(/\.bind\(\)$/, ''), context.settings)) kind = 'logged';
  return { kind, node: handler.node, isDiscriminated: false, exit: 'end', value: null };
}

function getKind(context: ProvenanceContext, handler: ErrorHandler, path: Path): OutcomeKind {
  if (path.exit === 'throw') return getThrowKind(context, path.value);
  if (path.exit === 'exit') return 'terminated';
  if (path.exit === 'return' && path.value) {
    const rejected = getRejectedValue(path.value);
    if (rejected) return getThrowKind(context, rejected);
    if (getProvenance(context, path.value) !== 'unrelated')
      return (path.flags & observation.logged) !== 0 && isLogValue(context, path.value) ? 'logged' : 'returned';
  }
  const has = (flag: number): boolean => (path.flags & flag) !== 0;
  if (has(observation.forwarded)) return 'forwarded';
  if (has(observation.reported)) return 'reported';
  if (has(observation.signalled) || (path.exit === 'return' && isFailure(context, handler, path.value)))
    return 'signalled';
  if (has(observation.recovered) || (path.exit === 'return' && path.value && isRecovery(path.value))) {
    if (!path.value || !isLogValue(context, path.value)) return 'recovered';
  }
  // A log line and a value that the code behind reads: the failure is answered, not passed over.
  if (has(observation.assigned) && (has(observation.logged) || has(observation.loggedBlind))) return 'recovered';
  if (has(observation.logged)) return 'logged';
  if (has(observation.loggedBlind)) return 'logged-blind';
  const hasValue = path.value !== null || path.exit === 'continue' || path.exit === 'break';
  return hasValue || has(observation.changed) ? 'replaced' : 'ignored';
}

/** `(e) => console.error(e)` returns what the logger returns: nothing. */
function isLogValue(context: ProvenanceContext, value: Node): boolean {
  const inner = unwrapExpression(value);
  return inner.type === 'CallExpression' && isLogger(getDottedName(inner.callee), context.settings);
}

function isFailure(context: ProvenanceContext, handler: ErrorHandler, value: Node | null): boolean {
  if (!value || isLogValue(context, value)) return false;
  if (isFailureValue(value) || isFailureText(value) || isExitCode(context.source, handler, value)) return true;
  const inner = unwrapExpression(value);
  return (
    (inner.type === 'CallExpression' || inner.type === 'NewExpression') &&
    isFailureCall(inner, getDottedName(inner.callee))
  );
}

/** The argument of a returned `Promise.reject(x)`, which leaves like `throw x`. */
function getRejectedValue(value: Node): Node | null {
  const inner = unwrapExpression(value);
  if (inner.type !== 'CallExpression') return null;
  const name = getDottedName(inner.callee);
  return /^(?:Promise\.reject|throwError)$/.test(name) ? (inner.arguments[0] ?? inner) : null;
}

function getThrowKind(context: ProvenanceContext, value: Node | null): OutcomeKind {
  const provenance = getProvenance(context, value);
  if (provenance === 'caught') return value && getErrorConstruction(value) ? 'wrapped' : 'rethrown';
  return 'cause-lost';
}
