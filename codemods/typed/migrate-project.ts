import { InternalError } from '@octollm/errors/errors';
import { readFileSync } from 'node:fs';
import type { Change, Plan } from '../engine/edit/change.ts';
import { applyPass, listLeftAlone, type Decide } from '../engine/transform/apply-pass.ts';
import { mostPasses, type TransformOutcome } from '../engine/transform/transform-text.ts';
import { openProject } from './open-project.ts';
import type { TypedRun } from './run-typed-codemod.ts';
import type { TypedCodemod } from './typed-codemod.ts';
import { openTypedFile, withText, type OpenedFile, type TypedFile } from './typed-file.ts';
import type { TypeScriptConfig } from './typescript-config.ts';

/** What a typed codemod did with the files of one project. */
export interface ProjectOutcome {
  readonly files: ReadonlyMap<string, TransformOutcome>;
  readonly newFiles: ReadonlyMap<string, string>;
}

/**
 * Runs a typed codemod over one project: plans all files on one state of the project, applies what fits together, and plans
 * again only where one change was in the way of another.
 *
 * @throws InternalError when the codemod does not come to an end
 */
export function migrateProject(codemod: TypedCodemod, config: TypeScriptConfig, run: TypedRun): ProjectOutcome {
  const outcomes = new Map<string, TransformOutcome>();
  const newFiles = new Map<string, string>();
  const texts = new Map(run.texts);
  const opened = createFileMemory(run, texts, outcomes);
  for (let count = 1; count <= mostPasses; count++) {
    const { project, errorModule } = openProject(config, {
      files: run.files,
      texts,
      errorModule: run.settings.errorModule,
    });
    const { files, createFiles } = codemod.plan(
      {
        folder: config.folder,
        project,
        files: new Set(run.files),
        settings: run.settings,
        errorModule,
        getFile: (path) => opened.get(path)?.syntax,
      },
      run.options ?? {},
    );
    const applied: Change[] = [];
    let isDeferred = false;
    for (const [path, plan] of files) {
      const file = opened.get(path);
      if (!file) continue;
      const { preview } = file.trail;
      const step = applyPlan(file, codemod.name, plan, (change) => run.decide(path, change, () => preview(change)));
      outcomes.set(path, step.outcome);
      applied.push(...step.applied);
      isDeferred ||= step.isDeferred;
      if (step.outcome.status !== 'done' || step.applied.length === 0) continue;
      texts.set(path, step.outcome.text);
      opened.set(step.file);
    }
    for (const [path, text] of createFiles?.(applied) ?? []) {
      newFiles.set(path, text);
      texts.set(path, text);
    }
    if (!isDeferred) return { files: outcomes, newFiles };
  }
  throw new InternalError(
    `\`${codemod.name}\` still finds something to change in \`${config.folder}\` after ${mostPasses} passes.`,
  );
}

/** The files of a project that were asked for, each parsed once a pass; one that does not parse is noted. */
function createFileMemory(
  run: TypedRun,
  texts: ReadonlyMap<string, string>,
  outcomes: Map<string, TransformOutcome>,
): { readonly get: (path: string) => TypedFile | undefined; readonly set: (file: TypedFile) => void } {
  const files = new Map<string, TypedFile | undefined>();
  const open = (path: string): OpenedFile => {
    const text = texts.get(path) ?? readFileSync(path, 'utf8');
    return openTypedFile(path, text, { ...run, project: run.answers(path, text) });
  };
  return {
    get: (path) => {
      if (files.has(path)) return files.get(path);
      const { file, problem } = open(path);
      if (problem) outcomes.set(path, { status: 'unparsable', problem });
      files.set(path, file);
      return file;
    },
    set: (file) => void files.set(file.syntax.path, file),
  };
}

interface Step {
  readonly outcome: TransformOutcome;
  readonly file: TypedFile;
  readonly applied: readonly Change[];
  readonly isDeferred: boolean;
}

function applyPlan(file: TypedFile, codemod: string, plan: Plan, decide: Decide): Step {
  const changes = plan.changes.map((change) => ({ ...change, codemod }));
  const leftovers = plan.leftovers.map((leftover) => ({ ...leftover, codemod }));
  const pass = applyPass(file.syntax, file.parsed, changes, decide);
  if (pass.damage !== undefined) {
    return { outcome: { status: 'damaged', damage: pass.damage }, file, applied: [], isDeferred: false };
  }
  const { accepted, deferred, edits, after } = pass;
  if (accepted.length > 0) file.trail.addPass(accepted, edits, after.text);
  const leftAlone = listLeftAlone(file.trail, { changes, leftovers }, decide, edits);
  const text = file.hasBOM ? `\ufeff${after.text}` : after.text;
  return {
    outcome: { status: 'done', text, applied: file.trail.applied, leftAlone },
    file: accepted.length > 0 ? withText(file, after) : file,
    applied: accepted,
    isDeferred: deferred.length > 0,
  };
}
