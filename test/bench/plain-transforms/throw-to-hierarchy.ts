import type { API, FileInfo } from 'jscodeshift';

/** The transform as one writes it for jscodeshift without a thought: one class for every throw, and its import. */
export const parser = 'tsx';

export default function transform(file: FileInfo, { jscodeshift: j }: API): string | undefined {
  const root = j(file.source);
  const found = root
    .find(j.NewExpression, { callee: { type: 'Identifier', name: 'Error' } })
    .filter(({ parent }) => parent.node.type === 'ThrowStatement');
  found.forEach(({ node }) => {
    node.callee = j.identifier('OctoLLMError');
  });
  if (found.length === 0) return undefined;
  const specifier = j.importSpecifier(j.identifier('OctoLLMError'));
  root.get().node.program.body.unshift(j.importDeclaration([specifier], j.literal('@octollm/errors')));
  return root.toSource();
}
