import type { Collection } from 'jscodeshift';
import type { ErrorHandler, OctollmSettings } from 'eslint-plugin-octollm/patterns';
import type { CodeStyle } from '../edit/code-style.ts';
import type { ImportRequest, Plan } from '../edit/change.ts';
import type { HostSource } from '../source/host-source.ts';
import type { ChosenOptions, CodemodOption } from './codemod-options.ts';
import type { ProjectQuestions } from './project-questions.ts';

/** Tells of a text at a glance whether it can hold a site; a regular expression is one. */
export interface Needles {
  readonly test: (text: string, path: string) => boolean;
}

/** What both kinds of codemods tell about themselves. */
export interface CodemodInfo {
  /** In kebab case, the name of its file and of its page. */
  readonly name: string;
  /** What it does to code, in one sentence in the third person. */
  readonly description: string;
  /** The rules of the plugin that report what it mends. */
  readonly rules: readonly string[];
  /** A file in which these are not found holds no site: it is never parsed. */
  readonly needles: Needles;
  /** What a user may choose for it. */
  readonly options?: readonly CodemodOption[];
}

/** A codemod that one file decides. */
export interface SyntaxCodemod extends CodemodInfo {
  readonly kind: 'syntax';
  /** Whether no site depends on another: what the codemod made of a text need not be looked at again. */
  readonly hasIndependentSites?: boolean;
  /** Finds the sites of a file and plans what to do; writes nothing. */
  readonly plan: (file: SyntaxFile, options: ChosenOptions) => Plan;
}

/** One file as a syntactic codemod sees it. */
export interface SyntaxFile {
  /** Absolute, or what the caller named it. */
  readonly path: string;
  /** Below the folder of the run, with forward slashes; the whole path of a file elsewhere. */
  readonly relativePath: string;
  readonly source: HostSource;
  /** All handlers of errors, in the order of the text. */
  readonly handlers: readonly ErrorHandler[];
  /** The same tree for jscodeshift; it finds, and is never printed. */
  readonly root: Collection;
  readonly settings: OctollmSettings;
  readonly style: CodeStyle;
  readonly imports: ImportPlanner;
  readonly project: ProjectQuestions;
}

/** Answers how a name of a module comes into a file. */
export interface ImportPlanner {
  /** Asks for a name of a module; the answer goes into the change whose text uses `local`. */
  readonly request: (module: string, name: string, options?: { readonly isTypeOnly?: boolean }) => ImportRequest;
}
