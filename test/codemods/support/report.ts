import { runOctollm } from './run-octollm.ts';
import { createProject } from './temporary-project.ts';

/** A small project with something for each part of a report. */
const project = {
  'src/load.ts': [
    'export async function load(id: string) {',
    '  try {',
    '    return await read(id);',
    '  } catch {',
    '    return undefined;',
    '  }',
    '}',
    '',
  ].join('\n'),
  'src/orders/find 1.ts': [
    "export const find = (id: string) => read(id).catch(() => { throw new Error('Order not found, 100% | sure') });",
    '',
  ].join('\n'),
  'src/broken.ts': 'let = ;\n',
  'src/load.test.ts': '',
};

/** The report on it. */
export async function report(...parameters: string[]): Promise<string> {
  const { stdout } = await runOctollm(createProject(project), ['audit', 'src', ...parameters]);
  return stdout;
}
