import type { TSESLint } from '@typescript-eslint/utils';
import { attachCause } from './fix/attach-cause.ts';
import { bindError, bindErrorAt } from './patterns/handlers/bind-error.ts';
import type { CauseSlot } from './patterns/causes/cause-slot.ts';
import type { ErrorConstruction } from './patterns/causes/error-construction.ts';
import type { Failure } from './patterns/causes/failure-channel.ts';
import { createLostCauseSearch, defaultCausePolicy, type LostCause } from './patterns/causes/find-lost-causes.ts';
import { getHandedOn } from './patterns/causes/handed-on.ts';
import { handlerKinds, type ErrorHandler, type HandlerKind } from './patterns/handlers/error-handler.ts';
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
    kinds: [...defaultCausePolicy.kinds],
    classes: [],
    checkClasses: defaultCausePolicy.checkClasses,
    exempt: [...defaultCausePolicy.exempt],
    allowNoCauseComment: defaultCausePolicy.allowNoCauseComment,
    requireBinding: defaultCausePolicy.requireBinding,
  },
  create: (context, options, settings) => {
    const source = context.sourceCode;
    const slots = new Map<string, CauseSlot>(options.classes.map(({ name, position }) => [name, { position }]));
    const findLostCauses = createLostCauseSearch(source, settings, { ...options, slots });
    const check = (failure: Failure | undefined): void => {
      if (failure) findLostCauses(failure).forEach(report);
    };
    const report = ({ construction, failure, handler, state }: LostCause): void => {
      const isUnbound = handler.parameter === null;
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
