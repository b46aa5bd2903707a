import { hasCommentBetween, type Node } from 'eslint-plugin-octollm/patterns';
import { addMembers } from '../constructions/add-members.ts';
import type { TextEdit } from '../engine/edit/change.ts';
import type { SyntaxFile } from '../engine/transform/codemod.ts';
import type { HttpErrorConstruction } from './read-construction.ts';
import { getPhrase } from './statuses.ts';

/**
 * Plans the edits that make an error of a class out of one of http-errors; undefined where a comment would be lost.
 *
 * @param local the name of the class in the file
 * @param members for its options
 */
export function writeConstruction(
  file: SyntaxFile,
  { node, status, statusNode, message, properties }: HttpErrorConstruction,
  local: string,
  members: readonly string[],
): readonly TextEdit[] | undefined {
  const { source } = file;
  const [start] = node.range;
  const { callee } = node;
  const phrase = `${file.style.quote}${getPhrase(status)}${file.style.quote}`;
  if (hasCommentBetween(source, start, callee.range[1])) return undefined;
  const head = { start, end: callee.range[1], text: `new ${local}` };
  const [first] = node.arguments;
  if (!first)
    return [{ ...head, end: node.range[1], text: `new ${local}(${[phrase, ...wrap(file, members)].join(', ')})` }];
  if (!message) {
    // What there is, is a status or properties: all of it gives way.
    const last = properties ?? first;
    if (hasCommentBetween(source, first.range[0], last.range[1])) return undefined;
    const text = [phrase, ...wrap(file, members)].join(', ');
    return [head, { start: first.range[0], end: last.range[1], text }];
  }
  if (statusNode && hasCommentBetween(source, statusNode.range[0], message.range[0])) return undefined;
  const statusEdits = statusNode ? [cut(statusNode.range[0], message.range[0])] : [];
  const options = writeOptions(file, message, properties, node.range[1], members);
  return options && [head, ...statusEdits, ...options];
}

function writeOptions(
  file: SyntaxFile,
  message: Node,
  properties: Node | undefined,
  end: number,
  members: readonly string[],
): TextEdit[] | undefined {
  if (!properties) {
    if (members.length === 0) return [];
    const edit = addMembers(file, { message, options: undefined, end }, members);
    return edit && [edit];
  }
  const [written] = wrap(file, members);
  if (written !== undefined) return [{ start: properties.range[0], end: properties.range[1], text: written }];
  const [from, to] = [message.range[1], properties.range[1]];
  return hasCommentBetween(file.source, from, to) ? undefined : [cut(from, to)];
}

function wrap({ style: { bracketSpace } }: SyntaxFile, members: readonly string[]): string[] {
  return members.length > 0 ? [`{${bracketSpace}${members.join(', ')}${bracketSpace}}`] : [];
}

function cut(start: number, end: number): TextEdit {
  return { start, end, text: '' };
}
