import { Command, Option } from 'commander';
import { migrationFormats, type MigrationFormat } from '../engine/reports/migration/formats.ts';
import { describeExitCodes, exitCodes, type ExitCode } from './exit-codes.ts';
import { collect, collectNames, readJobs } from './option-readers.ts';

/** The options of `octollm migrate` as the command line gives them. */
export interface MigrateOptions {
  readonly only: readonly string[];
  readonly write: boolean;
  readonly unsafe: boolean;
  readonly verify: boolean;
  readonly allowDirty: boolean;
  readonly interactive: boolean;
  readonly plan: boolean;
  readonly since?: string;
  readonly check: boolean;
  readonly format: MigrationFormat;
  readonly report: readonly string[];
  readonly summary: boolean;
  readonly config?: string;
  readonly settings?: string;
  readonly catalog?: string;
  readonly includeTests: boolean;
  readonly includeGenerated: boolean;
  readonly jobs?: number;
  readonly quiet: boolean;
  readonly color: boolean;
}

const examples = `
Examples:
  octollm migrate src                                  what would change, as a diff; nothing is written
  octollm migrate src --write --verify                 write it, and take back what the type check refuses
  octollm migrate src --only add-cause,throw-to-hierarchy --unsafe --report migration.html
  octollm migrate . --since main --write --interactive only what this branch touched, change by change
  octollm migrate src --plan --write                   the table of calls to guard, to edit before they are guarded
  octollm migrate . --check                            fails when something would change, for CI
  octollm undo                                         take the last run back, byte for byte`;

/** The exit codes of `octollm migrate`. */
export const migrateExitCodes: Readonly<Partial<Record<ExitCode, string>>> = {
  [exitCodes.success]: 'done: nothing to change, or everything applied or shown',
  [exitCodes.gateExceeded]: '`--check` found something to change',
  [exitCodes.filesFailed]:
    'some files could not be read, parsed or written, or another run is at work: nothing of them was changed',
  [exitCodes.wrongUsage]:
    'wrong usage: unknown option, codemod or commit, missing path, uncommitted files, broken settings',
  [exitCodes.verificationFailed]: 'the type check has new errors although everything suspicious was taken back',
  [exitCodes.defect]: 'a defect of octollm itself',
  [exitCodes.interrupted]: 'interrupted: `octollm resume` goes on, `octollm undo` takes back',
};

/** Builds the command line of `octollm migrate`, without what it does. */
export function describeMigrateCommand(): Command {
  return new Command('migrate')
    .description('Takes files and folders to the standard. Shows what it would change; writes with `--write` only.')
    .argument('<paths...>', 'files and folders to migrate; a file named here is migrated whatever it looks like')
    .option(
      '--only <names>',
      'run these codemods only (with commas or repeated; `octollm list` names them)',
      collectNames,
      [],
    )
    .option('-w, --write', 'write the changes; a journal keeps what was there', false)
    .option('--unsafe', 'make changes that may alter behaviour or types as well', false)
    .option(
      '--verify',
      "run the project's own type check before and after, and take back what led to new errors",
      false,
    )
    .option('--allow-dirty', 'write although git does not hold the files as they are now', false)
    .option('-i, --interactive', 'ask for each change', false)
    .option(
      '--plan',
      'instead of guarding calls, write `octollm.resilience.json`: the table that `inject-resilience` follows, to edit',
      false,
    )
    .option('--since <commit>', 'migrate only files that differ from where the branch left this commit, tag or branch')
    .option('--check', 'exit with 1 when anything would change, and write nothing', false)
    .addOption(new Option('-f, --format <name>', 'form of the report').choices(migrationFormats).default('text'))
    .option(
      '--report <file>',
      'write a report to a file as well; its ending says in which form (repeatable)',
      collect,
      [],
    )
    .option('--summary', 'show the sums without the diff (text and markdown)', false)
    .option('--config <file>', 'configuration to read instead of the nearest `octollm.config.ts`')
    .option('--settings <file>', 'JSON file with what stands under `settings.octollm` in an ESLint configuration')
    .option('--catalog <file>', 'JSON file with the error classes to use instead of the standard ones')
    .option('--include-tests', 'migrate tests as well', false)
    .option('--include-generated', 'migrate files that say that they are generated as well', false)
    .option(
      '-j, --jobs <number>',
      'processes to share the work (default: none for few files, else one a processor, at most 8)',
      readJobs,
    )
    .option('-q, --quiet', 'write nothing but the report of --report and what failed', false)
    .option('--no-color', 'write no colours (so does the variable NO_COLOR)')
    .helpOption('-h, --help', 'show this help')
    .addHelpText('after', `${examples}\n${describeExitCodes(migrateExitCodes)}`);
}
