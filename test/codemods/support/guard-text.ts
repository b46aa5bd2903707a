import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { readSettings } from '../../../codemods/engine/audit/read-settings.ts';
import type { ChosenOptions } from '../../../codemods/engine/transform/codemod-options.ts';
import { injectResilience } from '../../../codemods/inject-resilience.ts';
import { createProjectAnswers } from '../../../codemods/typed/project-answers.ts';
import { runTypedCodemod } from '../../../codemods/typed/run-typed-codemod.ts';

/** What guarding made of `src/main.ts` of a project. */
export interface Guarded {
  readonly main: string;
  /** The module of policies, and the plan where it was asked for, by their paths in the project. */
  readonly newFiles: Readonly<Record<string, string>>;
  /** What was left, with the reasons. */
  readonly left: readonly string[];
}

const compilerOptions = { target: 'es2022', module: 'preserve', strict: true, types: ['node'] };
const installed = join(import.meta.dirname, '../../../node_modules');

/**
 * Runs `inject-resilience` over one file of a project with the packages of this repository.
 *
 * @param plan the text of `octollm.resilience.json`; without it nobody has decided, and everything is made as proposed
 * @param policies the text of the module of policies, where there is one already
 */
export function guardText(text: string, plan?: string, options: ChosenOptions = {}, policies?: string): Guarded {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'octollm-guard-'));
  try {
    symlinkSync(installed, join(folder, 'node_modules'));
    mkdirSync(join(folder, 'src'));
    writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['src'] }));
    if (plan !== undefined) writeFileSync(join(folder, 'octollm.resilience.json'), plan);
    if (policies !== undefined) writeFileSync(join(folder, 'src/resilience.ts'), policies);
    const path = join(folder, 'src/main.ts');
    const { files, newFiles } = runTypedCodemod(injectResilience, {
      files: [path],
      texts: new Map([[path, text]]),
      settings: readSettings({}),
      answers: createProjectAnswers(),
      options,
      decide: (_, { applicability }) => (plan === undefined || applicability === 'safe' ? 'apply' : 'unsafe'),
    });
    const outcome = files.get(path);
    if (outcome && outcome.status !== 'done') throw new Error(JSON.stringify(outcome));
    return {
      main: outcome?.text ?? text,
      newFiles: Object.fromEntries([...newFiles].map(([file, made]) => [file.slice(folder.length + 1), made])),
      left: outcome?.leftAlone.map(({ kind, reason }) => `${kind}: ${reason}`) ?? [],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Turns a text into the CommonJS module that `runText` runs. */
export function toCommonJs(text: string): string {
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true },
  });
  return outputText;
}
