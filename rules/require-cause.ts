import type { TSESLint } from '@typescript-eslint/utils';
import { attachCause } from './fix/attach-cause.ts';
import { bindError, bindErrorAt } from './fix/bind-error.ts';
import { getCauseState, type CauseSlot, type CauseState } from './patterns/causes/cause-slot.ts';
import {
  findConstructions,
  isBuiltInConstruction,
  isNamedAsError,
  type ErrorConstruction,
} from './patterns/causes/error-construction.ts';
import { getHandedOn } from './patterns/causes/handed-on.ts';
import { isNormalization } from './patterns/causes/normalization.ts';
import type { Failure } from './patterns/causes/failure-channel.ts';
import { findEnclosingHandlers } from './patterns/handlers/find-enclosing-handlers.ts';
import { handlerKinds, type ErrorHandler, type HandlerKind } from './patterns/handlers/error-handler.ts';
import { findDirective } from './patterns/justification/find-justification.ts';
import { createProvenanceContext } from './patterns/provenance.ts';
import { isWithin, type Node } from './patterns/source.ts';
import { createRule, type Rule, type RuleContext } from './plugin/create-rule.ts';
import { visitFailures } from './plugin/visit-failures.ts';

type MessageIds = 'missing' | 'unbound' | 'lossy' | 'wrong' | 'addCause' | 'replaceCause';

interface Options {
  readonly kinds: readonly HandlerKind[];
  readonly classes: readonly { readonly name: string; readonly position: number }[];
  readonly checkClasses: 'all' | 'built-in';
  readonly exempt: readonly string[];
  readonly allowNoCauseComment: boolean;
  readonly requireBinding: boolean;
}

const rule: Rule = createRule<Options, MessageIds>({
  name: 'require-cause',
  type: 'problem',
  description: 'Require an error that is made in a handler to carry the error that was caught',
  why: 'without the cause the stack ends in the handler, and what really failed cannot be found any more.',
  how: 'pass the caught error on as `new MyError(message, { cause: error })`.',
  presets: { recommended: 'error', strict: 'error', migration: 'warn' },
  hasSuggestions: true,
  messages: {
    missing: 'The original error is lost here: pass it on as `{ cause: {{name}} }`.',
    unbound:
      'The original error is lost here: bind it with `catch ({{name}})` and pass it on as `{ cause: {{name}} }`.',
    lossy: 'Only text of the original error is kept as the cause: pass on the error itself as `{ cause: {{name}} }`.',
    wrong: 'The cause is not the error that was caught: pass on `{ cause: {{name}} }`.',
    addCause: 'Add `{ cause: {{name}} }`.',
    replaceCause: 'Replace the cause with `{{name}}`.',
  },
  properties: {
    kinds: {
      description: 'Kinds of handlers to look into.',
      type: 'array',
      items: { type: 'string', enum: [...handlerKinds] },
      uniqueItems: true,
    },
    classes: {
      description:
        'Position of the argument that takes the cause, or the options that hold it, for classes of the project.',
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['name', 'position'],
        properties: {
          name: { description: 'Name of the class or of the factory.', type: 'string' },
          position: { description: 'Zero-based position of the argument.', type: 'integer', minimum: 0 },
        },
      },
    },
    checkClasses: {
      description: 'Check every error class, or only those of the language and the configured ones.',
      type: 'string',
      enum: ['all', 'built-in'],
    },
    exempt: { description: 'Classes that take no cause.', type: 'array', items: { type: 'string' }, uniqueItems: true },
    allowNoCauseComment: { description: 'Accept `// no-cause: reason` at the statement.', type: 'boolean' },
    requireBinding: { description: 'Report wraps in handlers that do not even bind the error.', type: 'boolean' },
  },
  defaults: {
    kinds: [...handlerKinds],
    classes: [],
    checkClasses: 'all',
    exempt: ['AssertionError', 'DOMException'],
    allowNoCauseComment: true,
    requireBinding: true,
  },
  create: (context, options, settings) => {
    const source = context.sourceCode;
    const slots = new Map<string, CauseSlot>(options.classes.map(({ name, position }) => [name, { position }]));
    const seen = new Set<Node>();
    const check = (failure: Failure | undefined): void => {
      if (!failure?.value) return;
      const [handler, ...outer] = findEnclosingHandlers(source, settings, failure.node);
      if (!handler || !options.kinds.includes(handler.kind)) return;
      const provenance = createProvenanceContext(source, settings, [handler, ...outer]);
      if (failure.channel === 'throw' && isCaughtInside(failure.node, handler)) return;
      for (const construction of findConstructions(source, failure.value)) {
        if (seen.has(construction.node)) continue;
        seen.add(construction.node);
        if (!isMadeInHandler(construction, handler) || !isChecked(construction, failure)) continue;
        if (isNormalization(provenance, construction, handler)) continue;
        const state = getCauseState(provenance, construction, slots);
        if (state.kind !== 'kept' && state.kind !== 'unknown') report(construction, failure, handler, state);
      }
    };
    const isChecked = (construction: ErrorConstruction, failure: Failure): boolean => {
      if (options.exempt.includes(construction.className)) return false;
      if (slots.has(construction.className) || isBuiltInConstruction(source, construction)) return true;
      return options.checkClasses === 'all' && (failure.channel === 'throw' || isNamedAsError(construction));
    };
    const report = (
      construction: ErrorConstruction,
      failure: Failure,
      handler: ErrorHandler,
      state: Extract<CauseState, { kind: 'missing' | 'lossy' | 'wrong' }>,
    ): void => {
      const isUnbound = handler.parameter === null;
      if (isUnbound && !options.requireBinding) return;
      if (options.allowNoCauseComment && findDirective(source, failure.node, 'no-cause', 10)) return;
      const binding = bindError(source, handler);
      const data = {
        name: binding?.name ?? 'error',
        className: construction.className,
        handlerKind: handler.kind,
        outcome: 'cause-lost',
        channel: failure.channel,
      };
      context.report({
        node: construction.node,
        messageId: state.kind === 'missing' && isUnbound && handler.kind === 'catch-clause' ? 'unbound' : state.kind,
        data,
        suggest: suggestCause(
          context,
          construction,
          handler,
          state.kind === 'missing' ? 'addCause' : 'replaceCause',
          slots,
        ),
      });
    };
    return {
      ...visitFailures(source, check),
      NewExpression: (node) => check(getHandedOn(source, settings, node)),
    };
  },
});

export default rule;

/** A throw in an inner `try` is received there and does not leave the handler. */
function isCaughtInside(node: Node, handler: ErrorHandler): boolean {
  let child = node;
  for (let current = node.parent; current && current !== handler.node; child = current, current = current.parent)
    if (current.type === 'TryStatement' && current.block === child && current.handler) return true;
  return false;
}

function isMadeInHandler(construction: ErrorConstruction, handler: ErrorHandler): boolean {
  return isWithin(construction.node, handler.body ?? handler.node);
}

function suggestCause(
  context: RuleContext<MessageIds>,
  construction: ErrorConstruction,
  handler: ErrorHandler,
  messageId: 'addCause' | 'replaceCause',
  slots: ReadonlyMap<string, CauseSlot>,
): TSESLint.ReportSuggestionArray<MessageIds> {
  const source = context.sourceCode;
  const binding = bindErrorAt(source, handler, construction.node);
  if (!binding || construction.isFactory) return [];
  const position = slots.get(construction.className)?.position ?? (construction.className === 'AggregateError' ? 2 : 1);
  const attach = attachCause(source, construction.node, binding.name, position);
  if (!attach) return [];
  return [{ messageId, data: { name: binding.name }, fix: (fixer) => [...binding.bind(fixer), attach(fixer)] }];
}
