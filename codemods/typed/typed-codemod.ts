import type { OctollmSettings } from 'eslint-plugin-octollm/patterns';
import type { Project } from 'ts-morph';
import type { Change, Plan } from '../engine/edit/change.ts';
import type { ChosenOptions } from '../engine/transform/codemod-options.ts';
import type { CodemodInfo, SyntaxFile } from '../engine/transform/codemod.ts';

/** A codemod that needs types or the whole project. */
export interface TypedCodemod extends CodemodInfo {
  readonly kind: 'typed';
  /** Finds the sites of a project and plans what to do; changes nothing in it. */
  readonly plan: (project: TypedProject, options: ChosenOptions) => ProjectPlan;
}

/** The files of one `tsconfig.json` as a typed codemod sees them. */
export interface TypedProject {
  /** Absolute path of the folder that the project stands for. */
  readonly folder: string;
  /** ts-morph, to ask and never to write. */
  readonly project: Project;
  /** Absolute paths of the files that may be changed and hold what the codemod looks for. */
  readonly files: ReadonlySet<string>;
  readonly settings: OctollmSettings;
  /** Absolute path of the file that declares the classes of the hierarchy; undefined when the project cannot reach it. */
  readonly errorModule: string | undefined;
  /** The same file for the patterns of the plugin, with its style and its imports; undefined when it does not parse. */
  readonly getFile: (path: string) => SyntaxFile | undefined;
}

/** What a typed codemod found, by absolute path. */
export interface ProjectPlan {
  readonly files: ReadonlyMap<string, Plan>;
  /** Texts of files to make, such as a module of named policies, for those changes that are made; one that is there already is never replaced. */
  readonly createFiles?: (applied: readonly Change[]) => ReadonlyMap<string, string>;
}
