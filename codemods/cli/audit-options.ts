import { Command, Option } from 'commander';
import { presetNames } from '../engine/audit/create-rule-plan.ts';
import { formatNames, type FormatName } from '../engine/reports/formats.ts';
import { describeExitCodes, exitCodes, type ExitCode } from './exit-codes.ts';
import { collect, readCount, readJobs } from './option-readers.ts';

/** The options of `octollm audit` as the command line gives them. */
export interface AuditOptions {
  readonly format: FormatName;
  readonly output?: string;
  readonly summary: boolean;
  readonly top: number;
  readonly rule: readonly string[];
  readonly preset?: string;
  readonly settings?: string;
  readonly catalog?: string;
  readonly includeTests: boolean;
  readonly includeGenerated: boolean;
  readonly maxFindings?: number;
  readonly baseline?: string;
  readonly writeBaseline: boolean;
  readonly jobs?: number;
  readonly quiet: boolean;
  readonly color: boolean;
}

const examples = `
Examples:
  octollm audit src                                   how the code stands
  octollm audit src --preset recommended --summary    what the recommended preset would say, sums only
  octollm audit . --format sarif --output octollm.sarif
  octollm audit . --baseline octollm-baseline.json --write-baseline
  octollm audit . --baseline octollm-baseline.json    fails on new findings only`;

/** The exit codes of `octollm audit`. */
export const auditExitCodes: Readonly<Partial<Record<ExitCode, string>>> = {
  [exitCodes.success]: 'done, and within the gate where one is set',
  [exitCodes.gateExceeded]: 'the gate is exceeded (this wins over 2)',
  [exitCodes.filesFailed]: 'some files could not be read or parsed: they are listed, the rest is audited',
  [exitCodes.wrongUsage]: 'wrong usage: unknown option, rule or preset, missing path, broken settings',
  [exitCodes.defect]: 'a defect of octollm itself',
};

/** Builds the command line of `octollm audit`, without what it does. */
export function describeAuditCommand(): Command {
  return new Command('audit')
    .description(
      'Shows how files and folders stand: findings, counts, and the share of handlers that lose their error.',
    )
    .argument('<paths...>', 'files and folders to audit; a file named here is audited whatever it looks like')
    .addOption(new Option('-f, --format <name>', 'form of the report').choices(formatNames).default('text'))
    .option('-o, --output <file>', 'write the report to a file')
    .option('--summary', 'show the sums without the single findings (text and markdown)', false)
    .option('--top <number>', 'rows in the tables of folders and worst files', readCount, 10)
    .option('-r, --rule <name>', 'run this rule only (repeatable)', collect, [])
    .addOption(
      new Option('-p, --preset <name>', 'run the rules as a preset does, instead of all that they know').choices(
        presetNames,
      ),
    )
    .option('--settings <file>', 'JSON file with what stands under `settings.octollm` in an ESLint configuration')
    .option('--catalog <file>', 'JSON file with the error classes to suggest instead of the standard ones')
    .option('--include-tests', 'audit tests as well', false)
    .option('--include-generated', 'audit files that say that they are generated as well', false)
    .option(
      '--max-findings <number>',
      'gate: exit with 1 above this many findings (new ones with --baseline)',
      readCount,
    )
    .option('--baseline <file>', 'gate: exit with 1 when a file has more findings of a rule than this file allows')
    .option('--write-baseline', 'write the baseline from this audit', false)
    .option('-j, --jobs <number>', 'processes to share the work (default: one a processor, at most 8)', readJobs)
    .option('-q, --quiet', 'write nothing but the report of --output, failures and an exceeded gate', false)
    .option('--no-color', 'write no colours (so does the variable NO_COLOR)')
    .helpOption('-h, --help', 'show this help')
    .addHelpText('after', `${examples}\n${describeExitCodes(auditExitCodes)}`);
}
