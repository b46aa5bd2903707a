import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createAnswersOnDemand } from '../../../codemods/typed/answers-on-demand.ts';
import { createProject } from '../support/temporary-project.ts';

describe('answers on demand', () => {
  function createFile(): string {
    const folder = createProject({
      'package.json': '{ "type": "module" }',
      'tsconfig.json': '{ "compilerOptions": { "target": "es2022", "types": [] } }',
      'main.ts': '',
    });
    return join(folder, 'main.ts');
  }

  it('leave work alone that asks for nothing', async () => {
    let runs = 0;
    const { serve } = createAnswersOnDemand();
    expect(await serve(() => ++runs)).toBe(1);
  });

  it('know the package without further ado', async () => {
    let runs = 0;
    const path = createFile();
    const { answers, serve } = createAnswersOnDemand();
    expect(await serve(() => [++runs, answers(path, '').usesModules()])).toEqual([1, true]);
  });

  it('have work done again that asked for what only TypeScript knows', async () => {
    let runs = 0;
    const path = createFile();
    const { answers, serve } = createAnswersOnDemand();
    expect(await serve(() => [++runs, answers(path, '').acceptsErrorOptions()])).toEqual([2, true]);
  });

  it('know it at once from then on', async () => {
    let runs = 0;
    const path = createFile();
    const { answers, serve } = createAnswersOnDemand();
    const work = (): unknown => [++runs, answers(path, '').acceptsErrorOptions()];
    await serve(work);
    expect(await serve(work)).toEqual([3, true]);
  });
});
