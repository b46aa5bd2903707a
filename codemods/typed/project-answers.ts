import { dirname } from 'node:path';
import type { ProjectQuestions } from '../engine/transform/project-questions.ts';
import { createConfigFinder } from './config-finder.ts';
import { readConstructorShape } from './constructor-shape.ts';
import { createDeclarationFinder, parse, type DeclarationFinder } from './declaration-finder.ts';
import { acceptsErrorOptions } from './error-options.ts';
import { createPackageTypeReader } from './package-type.ts';
import type { TypeScriptConfig } from './typescript-config.ts';

/** Answers what codemods ask about the project around a file, from its `tsconfig.json` and the declarations it can reach. */
export type ProjectAnswers = (path: string, text: string) => ProjectQuestions;

/** Creates answers that remember what they read, so they serve one run; nothing is read before somebody asks. */
export function createProjectAnswers(): ProjectAnswers {
  const configs = createConfigFinder();
  const finders = new Map<TypeScriptConfig, DeclarationFinder>();
  const accepted = new Map<TypeScriptConfig, boolean>();
  const usesModules = createPackageTypeReader();

  const getFinder = (config: TypeScriptConfig): DeclarationFinder => {
    const finder = finders.get(config) ?? createDeclarationFinder(config.options);
    finders.set(config, finder);
    return finder;
  };
  const askConfig = (config: TypeScriptConfig): boolean => {
    const answer = accepted.get(config) ?? acceptsErrorOptions(config);
    accepted.set(config, answer);
    return answer;
  };

  return (path, text) => {
    // Nothing checks the arguments of plain JavaScript, and every runtime of today takes options.
    const takesOptions = (): boolean => isPlainScript(path, configs.find(path)) || askConfig(configs.find(path));
    let file: ReturnType<typeof parse> | undefined;
    return {
      acceptsErrorOptions: takesOptions,
      getConstructorShape: (className) => {
        const finder = getFinder(configs.find(path));
        file ??= parse(path, text);
        const declared = finder.findLocal(file, className);
        return declared && readConstructorShape(declared, { finder, acceptsErrorOptions: takesOptions });
      },
      usesModules: () => usesModules(dirname(path)),
    };
  };
}

function isPlainScript(path: string, { options }: TypeScriptConfig): boolean {
  return /\.[cm]?jsx?$/.test(path) && options.checkJs !== true;
}
