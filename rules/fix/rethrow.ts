import type { TSESLint } from '@typescript-eslint/utils';
import type { ErrorHandler } from '../patterns/handlers/error-handler.ts';
import type { Source } from '../patterns/source.ts';
import { bindError } from '../patterns/handlers/bind-error.ts';
import { getIndentUnit } from './indent-unit.ts';

type Edit = (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix[];

/** Ends a handler's block with a statement; undefined where the body is no block or runs under another name. */
export function appendStatement(
  source: Source,
  handler: ErrorHandler,
  getStatement: (name: string) => string,
): Edit | undefined {
  const binding = bindError(source, handler);
  const body = handler.body;
  if (!binding || handler.reference !== null || body?.type !== 'BlockStatement') return undefined;
  // Behind a jump the statement would never run.
  if (/^(?:Return|Throw|Break|Continue)Statement$/.test(body.body.at(-1)?.type ?? '')) return undefined;
  const statement = getStatement(binding.name);
  const [start, end] = body.range;
  const inside = source.text.slice(start + 1, end - 1);
  if (!inside.includes('\n')) {
    const text = inside.trim() === '' ? ` ${statement} ` : inside.endsWith(' ') ? `${statement} ` : ` ${statement} `;
    const isLineCommented = inside.includes('//');
    if (isLineCommented) return undefined;
    const position = inside.trim() === '' ? ([start + 1, end - 1] as const) : ([end - 1, end - 1] as const);
    return (fixer) => [...binding.bind(fixer), fixer.replaceTextRange([position[0], position[1]], text)];
  }
  const last = source.text.lastIndexOf('\n', end - 1);
  const indent = source.text.slice(last + 1, end - 1);
  if (indent.trim() !== '') return undefined;
  const lineEnd = source.text[last - 1] === '\r' ? '\r\n' : '\n';
  const at: [number, number] = [last + 1, last + 1];
  return (fixer) => [
    ...binding.bind(fixer),
    fixer.insertTextAfterRange(at, `${indent}${getIndentUnit(source)}${statement}${lineEnd}`),
  ];
}
