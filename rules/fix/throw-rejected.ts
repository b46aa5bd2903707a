import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { getText, type Node, type Source } from '../patterns/source.ts';

type Edit = (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix[];

/**
 * Adds, behind the statement that awaits a settled list, one that throws what was rejected; undefined where the list is not awaited by a
 * statement of its own.
 */
export function throwRejected(source: Source, call: TSESTree.CallExpression): Edit | undefined {
  const awaited = call.parent;
  const holder = awaited.type === 'AwaitExpression' ? awaited.parent : undefined;
  if (holder?.type === 'ExpressionStatement') {
    const name = getFreeName(source, ['results', 'settled', 'outcomes']);
    const edit = name === undefined ? undefined : insertBehind(source, holder, name);
    return name === undefined || !edit
      ? undefined
      : (fixer) => [fixer.insertTextBefore(awaited, `const ${name} = `), edit(fixer)];
  }
  if (holder?.type !== 'VariableDeclarator' || holder.id.type !== 'Identifier' || holder.parent.declarations.length > 1)
    return undefined;
  const edit = insertBehind(source, holder.parent, holder.id.name);
  return edit && ((fixer) => [edit(fixer)]);
}

function insertBehind(
  source: Source,
  statement: Node,
  results: string,
): ((fixer: TSESLint.RuleFixer) => TSESLint.RuleFix) | undefined {
  const failures = getFreeName(source, ['failures', 'rejections', 'reasons']);
  if (
    !/^(?:BlockStatement|Program|StaticBlock|SwitchCase|TSModuleBlock)$/.test(statement.parent?.type ?? '') ||
    failures === undefined
  )
    return undefined;
  const { text } = source;
  const line = text.lastIndexOf('\n', statement.range[0] - 1);
  const indent = /^[ \t]*/.exec(text.slice(line + 1))?.[0] ?? '';
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const added = [
    `const ${failures} = ${results}.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));`,
    `if (${failures}.length > 0) throw new AggregateError(${failures}, 'Some tasks failed.');`,
  ];
  const end = getText(source, statement).endsWith(';') ? '' : ';';
  const inserted = added.map((statement) => `${lineEnd}${indent}${statement}`).join('');
  return (fixer) => fixer.insertTextAfter(statement, `${end}${inserted}`);
}

/** A name that does not stand anywhere in the file. */
function getFreeName({ text }: Source, candidates: readonly string[]): string | undefined {
  return candidates.find((name) => !new RegExp(`\\b${name}\\b`).test(text));
}
