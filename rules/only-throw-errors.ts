import type { TSESLint } from '@typescript-eslint/utils';
import { failureChannels, type Failure, type FailureChannel } from './patterns/causes/failure-channel.ts';
import { getDottedName } from './patterns/dotted-name.ts';
import { matchesName } from './patterns/name-pattern.ts';
import { describeNonError, throwableResults } from './patterns/causes/non-error.ts';
import { getText, type Node } from './patterns/source.ts';
import { findEnclosingHandlers } from './patterns/handlers/find-enclosing-handlers.ts';
import { createProvenanceContext, getProvenance } from './patterns/provenance.ts';
import { unwrapExpression } from './patterns/unwrap-expression.ts';
import { createRule, type Rule, type RuleContext } from './plugin/create-rule.ts';
import { visitFailures } from './plugin/visit-failures.ts';

type MessageIds = 'notAnError' | 'nothing' | 'wrap';

interface Options {
  readonly channels: readonly FailureChannel[];
  readonly allow: readonly string[];
  readonly allowEmptyReject: boolean;
  readonly allowRethrow: boolean;
}

const rule: Rule = createRule<Options, MessageIds>({
  name: 'only-throw-errors',
  type: 'problem',
  description: 'Require every failure channel to carry an error object',
  why: 'a value that is no error has no stack, no class and no cause, so a handler can neither check it nor show where it came from.',
  how: 'send an instance of `Error` or of a class that extends it, and keep the value in one of its fields.',
  presets: { recommended: 'error', strict: 'error', migration: 'warn' },
  hasSuggestions: true,
  messages: {
    notAnError: '{{what}} has no stack and no class that a handler could check: send an error object instead.',
    nothing: 'This rejects with nothing, so the handler cannot tell what failed: pass an error object.',
    wrap: 'Wrap it in `new Error(…)`.',
  },
  properties: {
    channels: {
      description: 'Ways in which a failure leaves code that are checked.',
      type: 'array',
      items: { type: 'string', enum: [...failureChannels] },
      uniqueItems: true,
    },
    allow: {
      description: 'Callees whose results may be thrown, such as `redirect`.',
      type: 'array',
      items: { type: 'string' },
      uniqueItems: true,
    },
    allowEmptyReject: { description: 'Allow `reject()` without a reason.', type: 'boolean' },
    allowRethrow: { description: 'Allow what was caught and the reason of a signal to be sent on.', type: 'boolean' },
  },
  defaults: {
    channels: [...failureChannels].filter((channel) => channel !== 'result'),
    allow: [...throwableResults],
    allowEmptyReject: false,
    allowRethrow: true,
  },
  create: (context, options, settings) => {
    const source = context.sourceCode;
    const isCaught = (failure: Failure, value: Node): boolean => {
      const inner = unwrapExpression(value);
      // What a call makes of a caught value is for that call to say.
      if (inner.type !== 'Identifier' && inner.type !== 'MemberExpression') return false;
      if (/(?:^|\.)signal\.reason$/i.test(getDottedName(inner))) return true;
      const provenance = createProvenanceContext(
        source,
        settings,
        findEnclosingHandlers(source, settings, failure.node),
      );
      return getProvenance(provenance, value) === 'caught';
    };
    const check = (failure: Failure): void => {
      if (!options.channels.includes(failure.channel)) return;
      if (failure.value === null) {
        const isEmptyReject = failure.channel === 'reject' || failure.channel === 'promise-reject';
        if (isEmptyReject && !options.allowEmptyReject) report(failure, 'nothing', '');
        return;
      }
      if (!options.allowRethrow && isCaught(failure, failure.value))
        return report(failure, 'notAnError', 'A caught value');
      const what = describeNonError(source, failure, (name) => matchesName(name, options.allow));
      if (what === 'nothing') report(failure, failure.channel === 'throw' ? 'notAnError' : 'nothing', '`undefined`');
      else if (what) report(failure, 'notAnError', what);
    };
    const report = (failure: Failure, messageId: 'notAnError' | 'nothing', what: string): void => {
      context.report({
        node: failure.node,
        messageId,
        data: { what, channel: failure.channel, outcome: 'non-error' },
        suggest: suggestWrap(context, failure),
      });
    };
    return visitFailures(source, check);
  },
});

export default rule;

/** Only text can become a message as it is. */
function suggestWrap(context: RuleContext<MessageIds>, failure: Failure): TSESLint.ReportSuggestionArray<MessageIds> {
  const value = failure.value;
  if (!value) return [];
  const isText =
    (value.type === 'Literal' && typeof value.value === 'string') ||
    value.type === 'TemplateLiteral' ||
    (value.type === 'BinaryExpression' && value.operator === '+');
  if (!isText) return [];
  return [
    { messageId: 'wrap', fix: (fixer) => fixer.replaceText(value, `new Error(${getText(context.sourceCode, value)})`) },
  ];
}
