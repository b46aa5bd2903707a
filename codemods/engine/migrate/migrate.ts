import { dirname } from 'node:path';
import { readSettings } from '../audit/read-settings.ts';
import type { Discovery } from '../discover/discover-files.ts';
import { findFiles } from '../discover/find-files.ts';
import { createPackageFinder, type PackageFinder } from '../discover/package-finder.ts';
import { getShownPath } from '../discover/shown-path.ts';
import { listFilesSince } from '../git/list-files-since.ts';
import { filesWorthSharing, getDefaultJobs, getWorkerEntry, silenceMs } from '../pool/pool-size.ts';
import { WorkerReserve } from '../pool/worker-reserve.ts';
import type { OptionsByCodemod } from '../transform/codemod-options.ts';
import { groupIntoStages, loadCodemods } from './choose-codemods.ts';
import { decideByPermission, type FileDecide } from './decide.ts';
import { createFileLedger } from './file-ledger.ts';
import type { MigratedFile, MigrationResult } from './migration-result.ts';
import { runtimePackage } from './missing-runtime.ts';
import { registry as allCodemods, type Codemod, type RegisteredCodemod } from './registry.ts';
import { runStages } from './run-stages.ts';
import { describeRuntimeNeeds } from './runtime-needs.ts';
import { createSyntaxRunner, type MigrationReserve } from './syntax-runner.ts';

/** What to migrate, and how. */
export interface MigrationRequest {
  /** Files and folders, relative to `cwd` or absolute. */
  readonly paths: readonly string[];
  readonly cwd: string;
  /** Names of the codemods to run; all when left out. */
  readonly only?: readonly string[] | undefined;
  /** What was chosen for each codemod, by its name. */
  readonly options?: OptionsByCodemod | undefined;
  /** Whether to apply changes that may alter what the program does. */
  readonly unsafe?: boolean | undefined;
  /** The least confidence that a change needs, from 0 to 1. */
  readonly minimumConfidence?: number | undefined;
  /** What stands under `settings.octollm` of an ESLint configuration, the catalogue as a list and not as a path. */
  readonly settings?: object | undefined;
  readonly includeTests?: boolean | undefined;
  readonly includeGenerated?: boolean | undefined;
  /** Lets files through that were found; all when left out. */
  readonly accepts?: ((path: string) => boolean) | undefined;
  /** A commit, tag or branch: only files that differ from where the branch left it are migrated. */
  readonly since?: string | undefined;
  /** How many processes share the work; none of their own for few small files, else as many as there are processors, at most eight. */
  readonly jobs?: number | undefined;
  /** Decides in place of `unsafe` and `minimumConfidence`; everything happens in this process then. */
  readonly decide?: FileDecide | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  /** Codemods to choose from, and the module of the workers that know them; those of this package when left out. */
  readonly registry?: readonly RegisteredCodemod[] | undefined;
  readonly workerEntry?: URL | undefined;
}

/**
 * Plans the migration of files and folders in memory; nothing is written.
 *
 * @throws InvalidInputError for paths, codemods and commits that do not exist, and for folders without source files
 * @throws ConfigurationError for broken settings
 */
export async function planMigration(request: MigrationRequest): Promise<MigrationResult> {
  const codemods = await loadCodemods(request.registry ?? allCodemods, request.only);
  const entry = request.workerEntry ?? getWorkerEntry('migration-worker');
  const reserve: MigrationReserve = new WorkerReserve({ entry, silenceMs });
  try {
    return await planWith(codemods, request, reserve);
  } finally {
    reserve.stop();
  }
}

async function planWith(
  codemods: readonly Codemod[],
  request: MigrationRequest,
  reserve: MigrationReserve,
): Promise<MigrationResult> {
  const { cwd } = request;
  const settings = readSettings(request.settings ?? {});
  const stages = groupIntoStages(codemods);
  const prepare = (files: number): void => {
    const isShared = !request.decide && files >= filesWorthSharing && stages[0]?.kind === 'syntax';
    if (isShared) reserve.fill(request.jobs ?? getDefaultJobs(files));
  };
  const findPackages = createPackageFinder();
  const { tasks, skipped } = findTasks(request, settings.testGlobs, findPackages, prepare);
  const show = (path: string): string => getShownPath(path, cwd);
  const ledger = createFileLedger(tasks, show);
  const permission = { unsafe: request.unsafe ?? false, minimumConfidence: request.minimumConfidence ?? 0 };
  const asked = request.decide;
  const decide: FileDecide = asked
    ? (path, change, preview) => asked(path, change, () => ledger.locate(path, preview()))
    : (_path, change) => decideByPermission(change, permission);
  const common = {
    options: request.options ?? {},
    cwd,
    includeGenerated: request.includeGenerated ?? false,
    decide,
  };
  let done = 0;
  const runSyntax = createSyntaxRunner({
    ...common,
    settingsInput: request.settings ?? {},
    permission,
    isReviewed: request.decide !== undefined,
    jobs: request.jobs,
    onDone: (files) => request.onProgress?.((done += files), tasks.length),
    reserve,
  });
  const notices = await runStages(tasks, stages, ledger, { ...common, settings, show, runSyntax });
  const files = ledger.listFiles();
  return {
    paths: request.paths,
    codemods: codemods.map(({ name, description, rules }) => ({ name, description, rules })),
    files,
    failures: ledger.listFailures(),
    filesSeen: tasks.length,
    skipped: { ...skipped, ...ledger.skipped },
    run: null,
    notices: [...notices, ...describeNewFiles(files), ...describeRuntimeNeeds(files, findPackages, show)],
    verification: null,
  };
}

function describeNewFiles(files: readonly MigratedFile[]): string[] {
  return files.flatMap(({ file, before }) => (before === null ? [`The migration makes the file \`${file}\`.`] : []));
}

function findTasks(
  { paths, cwd, includeTests = false, since, accepts }: MigrationRequest,
  testGlobs: readonly string[],
  findPackages: PackageFinder,
  onListed: (files: number) => void,
): Pick<Discovery, 'tasks'> & { readonly skipped: Readonly<Record<string, number>> } {
  const { tasks, skipped } = findFiles(paths, { purpose: 'migrate', cwd, includeTests, testGlobs, onListed });
  const changed = since === undefined ? undefined : listFilesSince(since, cwd);
  const wanted = accepts ? tasks.filter(({ path }) => accepts(path)) : tasks;
  const recent = changed ? wanted.filter(({ path }) => changed.has(path)) : wanted;
  // The runtime cannot import itself by its own name, and what its classes do is what the others are led to.
  const foreign = recent.filter(({ path }) => findPackages(dirname(path))[0]?.name !== runtimePackage);
  return {
    tasks: foreign,
    skipped: {
      ...skipped,
      ...(wanted.length < tasks.length && { excluded: tasks.length - wanted.length }),
      ...(changed && { unchanged: wanted.length - recent.length }),
      ...(foreign.length < recent.length && { runtime: recent.length - foreign.length }),
    },
  };
}
