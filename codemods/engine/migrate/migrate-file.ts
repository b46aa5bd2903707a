import { getErrorMessage } from '@octollm/errors/errors';
import type { OctollmSettings } from 'eslint-plugin-octollm/patterns';
import { getContentSkip } from '../discover/content-skip.ts';
import { readSourceText } from '../source/read-source-text.ts';
import type { OptionsByCodemod } from '../transform/codemod-options.ts';
import type { SyntaxCodemod } from '../transform/codemod.ts';
import { transformText } from '../transform/transform-text.ts';
import type { ProjectAnswers } from '../../typed/project-answers.ts';
import type { FileDecide } from './decide.ts';
import { describeOutcome, fail } from './describe-outcome.ts';
import type { MigrationRecord, MigrationTask } from './migration-record.ts';

/** What is the same for all files of a stage. */
export interface FileSetup {
  readonly codemods: readonly SyntaxCodemod[];
  readonly settings: OctollmSettings;
  readonly options: OptionsByCodemod;
  readonly cwd: string;
  readonly includeGenerated: boolean;
  readonly decide: FileDecide;
  readonly answers: ProjectAnswers;
}

/** Runs the codemods of syntax over one file; whatever goes wrong with it becomes its record and stops nothing else. */
export function migrateFile(task: MigrationTask, setup: FileSetup): MigrationRecord | undefined {
  let content: string;
  try {
    content = task.text ?? readSourceText(task.path);
  } catch (cause) {
    return fail(task, { kind: 'read', reason: getErrorMessage(cause) });
  }
  const skip = getContentSkip(task, content, setup);
  if (skip) return { path: task.path, status: 'skipped', skip };
  try {
    const outcome = transformText(task.path, content, {
      ...setup,
      project: setup.answers(task.path, content),
      decide: (change, preview) => setup.decide(task.path, change, preview),
    });
    return describeOutcome(task, content, outcome);
  } catch (cause) {
    return fail(task, { kind: 'crash', reason: getErrorMessage(cause, { withCauses: true }) });
  }
}
