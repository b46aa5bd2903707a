import type { API, FileInfo } from 'jscodeshift';

/** The transform as one writes it for jscodeshift without a thought: its parser, its printer. The narrowing is left out. */
export const parser = 'tsx';

export default function transform(file: FileInfo, { jscodeshift: j }: API): string | undefined {
  const root = j(file.source);
  const found = root.find(j.CatchClause).filter(({ node }) => {
    const annotation = node.param?.type === 'Identifier' ? node.param.typeAnnotation : undefined;
    return annotation?.type === 'TSTypeAnnotation' && annotation.typeAnnotation.type === 'TSAnyKeyword';
  });
  found.forEach(({ node }) => {
    if (node.param?.type === 'Identifier') node.param.typeAnnotation = j.tsTypeAnnotation(j.tsUnknownKeyword());
  });
  return found.length > 0 ? root.toSource() : undefined;
}
