import { existsSync, readFileSync } from 'node:fs';
import { getErrorMessage } from '@octollm/errors/errors';
import type { OctollmSettings } from 'eslint-plugin-octollm/patterns';
import type { FileTask } from '../audit/file-record.ts';
import { getContentSkip } from '../discover/content-skip.ts';
import { readSourceText } from '../source/read-source-text.ts';
import type { OptionsByCodemod } from '../transform/codemod-options.ts';
import type { TypedCodemod } from '../../typed/typed-codemod.ts';
import type { Stage } from './choose-codemods.ts';
import type { FileDecide } from './decide.ts';
import { describeOutcome, fail } from './describe-outcome.ts';
import type { FileLedger } from './file-ledger.ts';
import type { MigrationRecord, MigrationTask } from './migration-record.ts';
import type { SyntaxRunner } from './syntax-runner.ts';

/** What is the same for all stages of a migration. */
export interface StageSetup {
  readonly settings: OctollmSettings;
  readonly options: OptionsByCodemod;
  readonly includeGenerated: boolean;
  /** The path of a file as reports show it. */
  readonly show: (path: string) => string;
  readonly decide: FileDecide;
  readonly runSyntax: SyntaxRunner;
}

/**
 * Runs the stages over files, each on what the one before made of them; nothing is written.
 *
 * @returns what the user has to know of the projects
 */
export async function runStages(
  tasks: readonly FileTask[],
  stages: readonly Stage[],
  ledger: FileLedger,
  setup: StageSetup,
): Promise<readonly string[]> {
  const notices = new Set<string>();
  for (const stage of stages) {
    if (stage.kind === 'syntax') await setup.runSyntax(withTexts(tasks, ledger), stage.codemods, ledger.add);
    else for (const notice of await runTyped(stage.codemod, tasks, ledger, setup)) notices.add(notice);
  }
  return [...notices];
}

function withTexts(tasks: readonly FileTask[], { texts }: FileLedger): MigrationTask[] {
  return tasks.map((task) => {
    const text = texts.get(task.path);
    return text === undefined ? task : { ...task, text };
  });
}

async function runTyped(
  codemod: TypedCodemod,
  tasks: readonly FileTask[],
  ledger: FileLedger,
  setup: StageSetup,
): Promise<readonly string[]> {
  const candidates = readCandidates(codemod, tasks, ledger, setup);
  if (candidates.size === 0) return [];
  // They bring TypeScript along, which a migration by syntax alone can do without.
  const { runTypedCodemod } = await import('../../typed/run-typed-codemod.ts');
  const { createProjectAnswers } = await import('../../typed/project-answers.ts');
  const { files, newFiles, notices } = runTypedCodemod(codemod, {
    files: [...candidates.keys()],
    texts: ledger.texts,
    settings: setup.settings,
    options: setup.options[codemod.name] ?? {},
    decide: setup.decide,
    answers: createProjectAnswers(),
  });
  for (const [path, outcome] of files) {
    const candidate = candidates.get(path);
    const record = candidate && describeOutcome(candidate.task, candidate.text, outcome);
    if (record) ledger.add(record);
  }
  for (const [path, text] of newFiles) {
    if (!existsSync(path)) ledger.addNew(path, text);
    else if (readFileSync(path, 'utf8') !== text) ledger.add(refuseToReplace(path, setup.show(path)));
  }
  return notices;
}

interface Candidate {
  readonly task: FileTask;
  readonly text: string;
}

function refuseToReplace(path: string, file: string): MigrationRecord {
  const reason = 'it is there already, and new text would take the place of yours: delete it to have it made anew';
  return { path, status: 'failed', failure: { file, line: 1, column: 1, kind: 'write', reason } };
}

/** The files that can hold what a codemod looks for, with what the stages so far made of them. */
function readCandidates(
  { needles }: TypedCodemod,
  tasks: readonly FileTask[],
  ledger: FileLedger,
  setup: StageSetup,
): ReadonlyMap<string, Candidate> {
  const candidates = new Map<string, Candidate>();
  for (const task of tasks) {
    const text = ledger.texts.get(task.path) ?? readOrNote(task, ledger.add);
    if (text === undefined || !needles.test(text, task.path)) continue;
    const skip = getContentSkip(task, text, setup);
    if (skip) ledger.add({ path: task.path, status: 'skipped', skip });
    else candidates.set(task.path, { task, text });
  }
  return candidates;
}

function readOrNote(task: FileTask, add: (record: MigrationRecord) => void): string | undefined {
  try {
    return readSourceText(task.path);
  } catch (cause) {
    add(fail(task, { kind: 'read', reason: getErrorMessage(cause) }));
    return undefined;
  }
}
