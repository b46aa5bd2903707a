import { handlerKinds, type HandlerKind } from '../../../../rules/patterns/handlers/error-handler.ts';
import { analyzeHandler } from '../../../../rules/patterns/outcomes/analyze-handler.ts';
import { createRule, type Rule } from '../../../../rules/plugin/create-rule.ts';
import { getHandlerLocation } from '../../../../rules/plugin/handler-location.ts';
import { visitHandlers } from '../../../../rules/plugin/visit-handlers.ts';

type MessageIds = 'terminates';

interface Options {
  readonly kinds: readonly HandlerKind[];
}

const rule: Rule = createRule<Options, MessageIds>({
  name: 'no-template',
  type: 'problem',
  description: 'Disallow handlers that end the process',
  why: 'nothing above it can clean up, answer or try again.',
  how: 'throw the error on, and let the entry point of the program end the process.',
  presets: { strict: 'error', migration: 'warn' },
  messages: {
    terminates: 'This handler ends the process, so no caller can handle the error: rethrow it instead.',
  },
  properties: {
    kinds: {
      description: 'Kinds of handlers to check.',
      type: 'array',
      items: { type: 'string', enum: [...handlerKinds] },
      uniqueItems: true,
    },
  },
  defaults: { kinds: [...handlerKinds] },
  create: (context, options, settings) => {
    const source = context.sourceCode;
    return visitHandlers(source, (handler) => {
      if (!options.kinds.includes(handler.kind)) return;
      const { outcomes } = analyzeHandler(source, settings, handler);
      if (!outcomes.some(({ kind }) => kind === 'terminated')) return;
      context.report({
        loc: getHandlerLocation(source, handler),
        messageId: 'terminates',
        data: { handlerKind: handler.kind, outcome: 'terminated' },
      });
    });
  },
});

export default rule;
