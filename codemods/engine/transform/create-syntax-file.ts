import type { Collection } from 'jscodeshift';
import type { OctollmSettings } from 'eslint-plugin-octollm/patterns';
import { createCollection } from '../../syntax/collection.ts';
import { detectCodeStyle, type CodeStyle } from '../edit/code-style.ts';
import { createImportPlanner } from '../imports/import-planner.ts';
import { HostSource } from '../source/host-source.ts';
import { linkNodes } from '../source/link-nodes.ts';
import type { ParsedSource } from '../source/parse-source.ts';
import type { ImportPlanner, SyntaxFile } from './codemod.ts';
import type { ProjectQuestions } from './project-questions.ts';

const noStops: ReadonlySet<string> = new Set();

/** Makes of a parsed file what codemods look at; each part is made when it is first read. */
export function createSyntaxFile(
  path: string,
  parsed: ParsedSource,
  { settings, project }: { readonly settings: OctollmSettings; readonly project: ProjectQuestions },
): SyntaxFile {
  linkNodes(parsed.program, noStops);
  const source = new HostSource(parsed);
  let root: Collection | undefined;
  let style: CodeStyle | undefined;
  let imports: ImportPlanner | undefined;
  return {
    path,
    source,
    settings,
    project,
    get root() {
      return (root ??= createCollection(source.ast));
    },
    get style() {
      return (style ??= detectCodeStyle(source));
    },
    get imports() {
      return (imports ??= createImportPlanner(source));
    },
  };
}
