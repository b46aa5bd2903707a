import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { hasComment } from './patterns/has-comment.ts';
import {
  findConstructions,
  getErrorConstruction,
  isNamedAsError,
  type ErrorConstruction,
} from './patterns/causes/error-construction.ts';
import { findAddedLeaks, findLeaks, type Leak, type LeakPolicy } from './patterns/secrets/find-leaks.ts';
import { readSecretNames } from './patterns/secrets/secret-name.ts';
import { onceForEach } from './patterns/once-for-each.ts';
import { isTestFile } from './patterns/settings/test-files.ts';
import type { Node, Source } from './patterns/source.ts';
import { createRule, type Rule } from './plugin/create-rule.ts';
import { visitFailures } from './plugin/visit-failures.ts';

type MessageIds = 'secret' | 'whole' | 'redact';

interface Options {
  readonly patterns: readonly string[];
  readonly objects: readonly string[];
  readonly allowInTests: boolean;
}

const rule: Rule = createRule<Options, MessageIds>({
  name: 'no-sensitive-error-data',
  type: 'problem',
  description: 'Disallow secrets in the message and the data of an error',
  why: 'an error ends up in logs, in monitoring and in answers, where more people read it than may know the secret.',
  how: 'name what failed by an id, and write `[redacted]` where the value is a secret.',
  presets: { recommended: 'error', strict: 'error', migration: 'warn' },
  hasSuggestions: true,
  messages: {
    secret: 'The error carries `{{name}}` into logs and answers: leave it out or write `[redacted]`.',
    whole: 'The error carries all of `{{name}}`, secrets included, into logs and answers: pick what helps.',
    redact: 'Write `[redacted]`.',
  },
  properties: {
    patterns: {
      description: 'Last words of the names that hold secrets, as in `userPassword` or `API_KEY`.',
      type: 'array',
      items: { type: 'string' },
      uniqueItems: true,
    },
    objects: {
      description: 'Objects that hold secrets among other things, by their dotted names.',
      type: 'array',
      items: { type: 'string' },
      uniqueItems: true,
    },
    allowInTests: { description: 'Allow in the files that `settings.octollm.testGlobs` names.', type: 'boolean' },
  },
  defaults: {
    patterns: [
      'password',
      'passwd',
      'passphrase',
      'secret',
      'secretKey',
      'token',
      'authorization',
      'cookie',
      'apiKey',
      'accessKey',
      'privateKey',
      'signingKey',
      'credentials',
      'connectionString',
      'databaseUrl',
      'mnemonic',
      'seedPhrase',
      'ssn',
      'cardNumber',
      'cvv',
    ],
    objects: [
      'req',
      'request',
      'headers',
      '*req.headers',
      '*request.headers',
      'options.headers',
      'init.headers',
      '*config.headers',
      'process.env',
      'config',
    ],
    allowInTests: true,
  },
  create: (context, options, settings) => {
    const source = context.sourceCode;
    const policy = getPolicy(options);
    const seen = new Set<Node>();
    const check = (construction: ErrorConstruction): void => {
      if (seen.has(construction.node)) return;
      seen.add(construction.node);
      report(construction, findLeaks(source, construction, policy));
    };
    const report = ({ className }: ErrorConstruction, leaks: readonly Leak[]): void => {
      for (const leak of leaks) {
        if (options.allowInTests && isTestFile(context.filename, context.cwd, settings.testGlobs)) return;
        const fix = suggestRedaction(source, leak);
        context.report({
          node: leak.node,
          messageId: leak.isWhole ? 'whole' : 'secret',
          data: { name: leak.name, className, outcome: 'leak' },
          suggest: fix ? [{ messageId: 'redact', fix }] : [],
        });
      }
    };
    return {
      ...visitFailures(source, ({ value }) => {
        if (!value) return;
        const constructions = findConstructions(source, value);
        constructions.forEach(check);
        const [first] = constructions;
        if (first) report(first, findAddedLeaks(source, first, value, policy));
      }),
      NewExpression: (node: TSESTree.NewExpression) => {
        const construction = getErrorConstruction(node);
        if (construction && isNamedAsError(construction)) check(construction);
      },
    };
  },
});

export default rule;

const getPolicy: (options: Options) => LeakPolicy = onceForEach(({ patterns, objects }) => ({
  names: readSecretNames(patterns),
  objects,
}));

type Fix = (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix;

/** Undefined where a comment would be lost, or the value has no place of its own. */
function suggestRedaction(source: Source, { node }: Leak): Fix | undefined {
  const { parent } = node;
  if (hasComment(source, node) || node.type === 'SpreadElement') return undefined;
  if (parent?.type === 'TemplateLiteral') {
    const before = /\$\{\s*$/.exec(source.text.slice(0, node.range[0]));
    const after = /^\s*\}/.exec(source.text.slice(node.range[1]));
    if (!before || !after) return undefined;
    return (fixer) => fixer.replaceTextRange([before.index, node.range[1] + after[0].length], '[redacted]');
  }
  const isShorthand = parent?.type === 'Property' && parent.shorthand;
  const key = isShorthand && node.type === 'Identifier' ? `${node.name}: ` : '';
  return (fixer) => fixer.replaceText(node, `${key}'[redacted]'`);
}
