import { applyEdits } from '../../../../codemods/engine/edit/apply-edits.ts';
import { detectCodeStyle } from '../../../../codemods/engine/edit/code-style.ts';
import { HostSource } from '../../../../codemods/engine/source/host-source.ts';
import { findNodes } from './find-nodes.ts';

/** Puts strings into the quotes that the case does not use, but for those with a quote in them and for attributes of JSX. */
export function writeOtherQuotes(path: string, text: string, model: string): string {
  const { quote } = detectCodeStyle(new HostSource(findNodes(path, model, []).parsed));
  const other = quote === "'" ? '"' : "'";
  const { parsed, nodes } = findNodes(path, text, ['Literal']);
  const edits = nodes.flatMap(({ range: [start, end], parent }) => {
    const raw = parsed.text.slice(start, end);
    const isPlain = raw.startsWith(quote) && !/['"]/.test(raw.slice(1, -1)) && parent?.type !== 'JSXAttribute';
    return isPlain ? [{ start, end, text: `${other}${raw.slice(1, -1)}${other}` }] : [];
  });
  return (parsed.hasBOM ? '\ufeff' : '') + applyEdits(parsed.text, edits);
}
