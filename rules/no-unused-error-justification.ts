import { removeComment } from './fix/remove-comment.ts';
import { findUnusedDirectives, type UnusedDirective } from './patterns/justification/find-unused-directives.ts';
import { isTestFile } from './patterns/settings/test-files.ts';
import { createRule, type Rule } from './plugin/create-rule.ts';

type MessageIds = 'unused';

interface Options {
  readonly allowInTests: boolean;
}

const rule: Rule = createRule<Options, MessageIds>({
  name: 'no-unused-error-justification',
  type: 'suggestion',
  description: 'Disallow `// expected:` and `// no-cause:` comments that no longer justify anything',
  why: 'a reason that outlived its code tells the next reader of a danger that is not there, and will hide the next one that is.',
  how: 'remove the comment, or say what it says without the directive.',
  presets: { recommended: 'error', strict: 'error', migration: 'warn' },
  fixable: 'code',
  messages: { unused: 'No error is dropped here any more, so `{{name}}:` justifies nothing: remove the comment.' },
  properties: {
    allowInTests: { description: 'Allow in the files that `settings.octollm.testGlobs` names.', type: 'boolean' },
  },
  defaults: { allowInTests: true },
  create: (context, options, settings) => {
    const source = context.sourceCode;
    return {
      'Program:exit': () => {
        if (!source.getAllComments().some(({ value }) => mayBeDirective.test(value))) return;
        if (options.allowInTests && isTestFile(context.filename, context.cwd, settings.testGlobs)) return;
        for (const { comment, word } of findUnusedDirectives(source, settings).filter(isMeant)) {
          const [start, end] = comment.range;
          const fix = removeComment(source, comment);
          context.report({
            loc: { start: source.getLocFromIndex(start), end: source.getLocFromIndex(end) },
            messageId: 'unused',
            data: { name: word, outcome: 'unused' },
            ...(fix ? { fix } : {}),
          });
        }
      },
    };
  },
});

export default rule;

/** Nearly all files hold none, and are spared a look at their code. */
const mayBeDirective = /^[\s*]*(?:expected|best-effort|intentional|ignore-error|no-cause)\s*:/;

/** Away from handlers the same words say other things: `// expected: [1, 2]`, `// expected: 3 rows`. */
function isMeant({ comment, word, isInHandler }: UnusedDirective): boolean {
  if (isInHandler || word === 'no-cause') return true;
  const reason = comment.value.slice(comment.value.indexOf(':') + 1).trim();
  return !comment.value.startsWith('*') && /^[a-z][a-z'-]* (?:[a-z'-]+,? ){2,}/i.test(`${reason} `);
}
