import { detectCodeStyle } from '../../../../codemods/engine/edit/code-style.ts';
import { HostSource } from '../../../../codemods/engine/source/host-source.ts';
import { findNodes } from './find-nodes.ts';

/** Indents with tabs what is indented with spaces, but for lines that begin inside of a template, whose spaces are its value. */
export function writeTabs(path: string, text: string, model: string): string {
  const unit = detectCodeStyle(new HostSource(findNodes(path, model, []).parsed)).indent.length;
  const templates = findNodes(path, text, ['TemplateElement']).nodes;
  const begin = text.startsWith('\ufeff') ? 1 : 0;
  return text.replace(/(?<=^|\n) +/g, (spaces, offset: number) => {
    const place = offset - begin;
    if (templates.some(({ range: [start, end] }) => start < place && place < end)) return spaces;
    return '\t'.repeat(Math.floor(spaces.length / unit)) + ' '.repeat(spaces.length % unit);
  });
}
