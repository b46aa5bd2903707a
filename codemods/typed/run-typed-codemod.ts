import { ConfigurationError, getErrorMessage } from '@octollm/errors/errors';
import type { OctollmSettings } from 'eslint-plugin-octollm/patterns';
import { readFileSync } from 'node:fs';
import type { PlannedChange } from '../engine/edit/select-changes.ts';
import type { Decision } from '../engine/transform/apply-pass.ts';
import type { Needles } from '../engine/transform/codemod.ts';
import type { ChosenOptions } from '../engine/transform/codemod-options.ts';
import type { AppliedChange } from '../engine/transform/transform-result.ts';
import type { TransformOutcome } from '../engine/transform/transform-text.ts';
import { createConfigFinder } from './config-finder.ts';
import { migrateProject, type ProjectOutcome } from './migrate-project.ts';
import type { ProjectAnswers } from './project-answers.ts';
import type { TypedCodemod } from './typed-codemod.ts';
import type { TypeScriptConfig } from './typescript-config.ts';

export interface TypedRun {
  /** Absolute paths of the files that may be changed. */
  readonly files: readonly string[];
  /** Texts of an earlier stage, by absolute path, that lie over the files on disk. */
  readonly texts: ReadonlyMap<string, string>;
  readonly settings: OctollmSettings;
  readonly answers: ProjectAnswers;
  /** The folder of the run; that of the process when it is left out. */
  readonly cwd?: string;
  readonly options?: ChosenOptions;
  /** What becomes of a change of a file; the preview is how reports would describe it. */
  readonly decide: (path: string, change: PlannedChange, preview: () => AppliedChange) => Decision;
}

/** What a typed codemod did with the files of all projects. */
export interface TypedOutcome {
  /** By absolute path; a file in which it found nothing is not there. */
  readonly files: ReadonlyMap<string, TransformOutcome>;
  /** Texts of files to make, by absolute path. */
  readonly newFiles: ReadonlyMap<string, string>;
  /** What a person should know about the projects: options that were left out. */
  readonly notices: readonly string[];
}

/**
 * Runs a typed codemod over the projects that files belong to, one after the other, so that only one is in memory. A project
 * in which no file holds what the codemod looks for is not opened.
 */
export function runTypedCodemod(codemod: TypedCodemod, run: TypedRun): TypedOutcome {
  const files = new Map<string, TransformOutcome>();
  const newFiles = new Map<string, string>();
  const notices = new Set<string>();
  for (const [config, members] of groupByConfig(run, codemod.needles)) {
    for (const notice of config.notices) notices.add(notice);
    const texts = new Map([...run.texts, ...newFiles]);
    const outcome = migrateOrFail(codemod, config, { ...run, files: members, texts });
    for (const [path, result] of outcome.files) files.set(path, result);
    for (const [path, text] of outcome.newFiles) if (!newFiles.has(path)) newFiles.set(path, text);
  }
  return { files, newFiles, notices: [...notices] };
}

/** A project that a codemod breaks down on costs its own files, and says so; what a user has to mend stops the run. */
function migrateOrFail(codemod: TypedCodemod, config: TypeScriptConfig, run: TypedRun): ProjectOutcome {
  try {
    return migrateProject(codemod, config, run);
  } catch (error) {
    if (error instanceof ConfigurationError) throw error;
    const damage = `\`${codemod.name}\` broke down on the project in ${config.folder}: ${getErrorMessage(error)}`;
    return { files: new Map(run.files.map((path) => [path, { status: 'damaged', damage }])), newFiles: new Map() };
  }
}

function groupByConfig({ files, texts }: TypedRun, needles: Needles): Map<TypeScriptConfig, string[]> {
  const finder = createConfigFinder();
  const groups = new Map<TypeScriptConfig, string[]>();
  for (const path of files) {
    if (!needles.test(texts.get(path) ?? readFileSync(path, 'utf8'), path)) continue;
    const config = finder.find(path);
    const group = groups.get(config);
    if (group) group.push(path);
    else groups.set(config, [path]);
  }
  return groups;
}
