import { dirname } from 'node:path';
import { createPackageTypeReader } from './package-type.ts';
import type { ProjectAnswers } from './project-answers.ts';

/** Answers of which those that only TypeScript knows wait until a file asks: few files do, and TypeScript takes long to load. */
export interface AnswersOnDemand {
  readonly answers: ProjectAnswers;
  /** Gives what some work makes; when it has asked for what nobody knew yet, the work is done again with all answers. */
  readonly serve: <Made>(work: () => Made) => Promise<Made>;
}

/** Creates answers that remember what they read, so they serve one run. */
export function createAnswersOnDemand(): AnswersOnDemand {
  const usesModules = createPackageTypeReader();
  let complete: ProjectAnswers | undefined;
  let isAsked = false;
  const ask = (): undefined => {
    isAsked = true;
  };
  const answerLittle: ProjectAnswers = (path) => ({
    acceptsErrorOptions: ask,
    getConstructorShape: ask,
    usesModules: () => usesModules(dirname(path)),
  });
  return {
    answers: (path, text) => (complete ?? answerLittle)(path, text),
    serve: async (work) => {
      const made = work();
      if (!isAsked) return made;
      isAsked = false;
      const { createProjectAnswers } = await import('./project-answers.ts');
      complete = createProjectAnswers();
      return work();
    },
  };
}
