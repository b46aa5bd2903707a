import type { Collection } from 'jscodeshift';
import {
  findHandlers,
  getRelativePath,
  handlerNodeTypes,
  type ErrorHandler,
  type OctollmSettings,
} from 'eslint-plugin-octollm/patterns';
import { createCollection } from '../../syntax/collection.ts';
import { detectCodeStyle, type CodeStyle } from '../edit/code-style.ts';
import { createImportPlanner } from '../imports/import-planner.ts';
import { HostSource } from '../source/host-source.ts';
import { linkNodes } from '../source/link-nodes.ts';
import type { ParsedSource } from '../source/parse-source.ts';
import type { ImportPlanner, SyntaxFile } from './codemod.ts';
import type { ProjectQuestions } from './project-questions.ts';

const handlerTypes: ReadonlySet<string> = new Set(handlerNodeTypes);

/** What a run knows of the surroundings of a file. */
export interface FileSurroundings {
  readonly settings: OctollmSettings;
  readonly project: ProjectQuestions;
  /** The folder of the run; that of the process when it is left out. */
  readonly cwd?: string;
}

/** Makes of a parsed file what codemods look at; each part is made when it is first read. */
export function createSyntaxFile(
  path: string,
  parsed: ParsedSource,
  { settings, project, cwd = process.cwd() }: FileSurroundings,
): SyntaxFile {
  const stops = linkNodes(parsed.program, handlerTypes);
  const source = new HostSource(parsed);
  let handlers: readonly ErrorHandler[] | undefined;
  let root: Collection | undefined;
  let style: CodeStyle | undefined;
  let imports: ImportPlanner | undefined;
  return {
    path,
    relativePath: getRelativePath(path, cwd) ?? path,
    source,
    settings,
    project,
    get handlers() {
      return (handlers ??= stops.flatMap(({ node }) => findHandlers(source, node)));
    },
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
