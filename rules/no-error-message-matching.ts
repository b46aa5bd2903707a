import { findDirective } from './patterns/justification/find-justification.ts';
import { isTestFile } from './patterns/settings/test-files.ts';
import { getText, type Node } from './patterns/source.ts';
import { findErrorVariables } from './patterns/wording/error-variables.ts';
import { mayMatchText } from './patterns/wording/may-match-text.ts';
import { findTextMatches } from './patterns/wording/text-matches.ts';
import { createRule, type Rule } from './plugin/create-rule.ts';

type MessageIds = 'matched';

interface Options {
  readonly allowWithReason: boolean;
  readonly allowInTests: boolean;
}

const rule: Rule = createRule<Options, MessageIds>({
  name: 'no-error-message-matching',
  type: 'problem',
  description: 'Disallow decisions by the text of an error',
  presets: { strict: 'error', migration: 'warn' },
  why: 'messages are written for people: a release, a translation or a proxy changes them, and the decision is another one.',
  how: 'compare `error.code`, `error.name` or the class, or give your own error a code and wrap the foreign one once.',
  messages: {
    matched:
      'This decides by the wording of `{{text}}`, which changes without notice: compare `code`, `name` or the class.',
  },
  properties: {
    allowWithReason: { description: 'Accept `// expected: reason` at the statement.', type: 'boolean' },
    allowInTests: { description: 'Allow in the files that `settings.octollm.testGlobs` names.', type: 'boolean' },
  },
  defaults: { allowWithReason: true, allowInTests: true },
  create: (context, options, settings) => {
    const source = context.sourceCode;
    return {
      'Program:exit': () => {
        if (!mayMatchText(source.text)) return;
        const matches = findErrorVariables(source)
          .flatMap((variable) => findTextMatches(source, variable))
          .sort((first, second) => first.node.range[0] - second.node.range[0]);
        if (matches.length === 0) return;
        if (options.allowInTests && isTestFile(context.filename, context.cwd, settings.testGlobs)) return;
        const seen = new Set<Node>();
        for (const { node, text } of matches) {
          const decision = getDecision(node);
          if (seen.has(text) || seen.has(decision)) continue;
          seen.add(text).add(decision);
          if (options.allowWithReason && findDirective(source, node, 'expected', 10)) continue;
          const shown = getText(source, text).replace(/\s+/g, ' ');
          context.report({ node, messageId: 'matched', data: { text: shown.slice(0, 40), outcome: 'matched' } });
        }
      },
    };
  },
});

export default rule;

/** All tests of one condition are one decision: `text.includes('a') || text.includes('b')`. */
function getDecision(node: Node): Node {
  let current = node;
  while (current.parent && /^(?:Logical|Unary|Binary|Chain)Expression$/.test(current.parent.type))
    current = current.parent;
  return current;
}
