import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { Application, ProjectReflection } from 'typedoc';
import type { GeneratedFile } from '../generated/create-generated-files.ts';
import { format } from '../generated/format.ts';
import { createApplication } from './create-application.ts';
import type { ApiEntry } from './entries.ts';
import { findUndocumented } from './find-undocumented.ts';
import { listPages } from './list-pages.ts';
import { addPlace } from './locate.ts';
import { trimProject } from './trim-project.ts';
import { WarningList } from './warning-list.ts';

/** The pages of the reference, or what keeps them from being written. */
export interface Reference {
  readonly pages: readonly GeneratedFile[];
  /** What is not documented, and links that lead nowhere; with any, there are no pages. */
  readonly problems: readonly string[];
}

/**
 * Makes the reference from the docstrings, without writing it.
 *
 * @param entries What to document, one page each.
 * @param tsconfig The project that the entries belong to.
 * @param folder Where the pages belong.
 */
export async function createReference(
  entries: readonly ApiEntry[],
  tsconfig: string,
  folder: string,
): Promise<Reference> {
  const application = await createApplication(entries, tsconfig);
  const logger = new WarningList();
  application.logger = logger;
  const project = convert(application, entries);
  if (!project) return { pages: [], problems: logger.warnings };

  application.validate(project);
  const problems = [...findUndocumented(project), ...logger.warnings.map((warning) => addPlace(warning, project))];
  if (problems.length > 0) return { pages: [], problems };

  trimProject(project);
  const pages = await render(application, project, folder);
  return logger.warnings.length > 0 ? { pages: [], problems: logger.warnings } : { pages, problems: [] };
}

/** Converts the entries under the names by which they are imported. */
function convert(application: Application, entries: readonly ApiEntry[]): ProjectReflection | undefined {
  const names = new Map(entries.map(({ name, file }) => [file, name]));
  const points = application.getEntryPoints()?.map((point) => ({
    ...point,
    displayName: names.get(point.sourceFile.fileName) ?? point.displayName,
  }));
  return points && application.converter.convert(points);
}

/** TypeDoc only writes to a disk, so the pages go through a folder that is gone afterwards. */
async function render(application: Application, project: ProjectReflection, folder: string): Promise<GeneratedFile[]> {
  const output = mkdtempSync(join(tmpdir(), 'reference-'));
  try {
    await application.outputs.writeOutput({ name: 'markdown', path: output }, project);
    return await Promise.all(
      listPages(output).map(async (page) => {
        const path = join(folder, relative(output, page));
        return { path, content: await format(path, readFileSync(page, 'utf8')) };
      }),
    );
  } finally {
    rmSync(output, { recursive: true });
  }
}
