import { Command, CommanderError } from 'commander';
import { audit } from '../engine/audit/audit.ts';
import { planMigration } from '../engine/migrate/plan-migration.ts';
import { createAuditCommand, type Audit } from './audit-command.ts';
import { exitCodes, exitCodesHelp, type ExitCode } from './exit-codes.ts';
import { createListCommand } from './list-command.ts';
import { createMigrateCommand, type PlanMigration } from './migrate-command.ts';
import { createResumeCommand } from './resume-command.ts';
import { showError } from './show-error.ts';
import type { Terminal } from './terminal.ts';
import { createUndoCommand } from './undo-command.ts';
import { readVersion } from './version.ts';

/** What the commands call. */
export interface Engine {
  readonly audit: Audit;
  readonly planMigration: PlanMigration;
}

const realEngine: Engine = { audit, planMigration };

/**
 * Runs one `octollm` command line and gives its exit code; whatever goes wrong is told in one message.
 *
 * @param parameters the command line behind `octollm`
 */
export async function runCommand(
  parameters: readonly string[],
  terminal: Terminal,
  engine: Partial<Engine> = {},
): Promise<ExitCode> {
  let exitCode: ExitCode = exitCodes.success;
  const onExit = (code: ExitCode): void => void (exitCode = code);
  const complete = { ...realEngine, ...engine };
  const commands = [
    createAuditCommand(terminal, complete.audit, onExit),
    createMigrateCommand({ terminal, planMigration: complete.planMigration, commandLine: parameters }, onExit),
    createUndoCommand(terminal, onExit),
    createResumeCommand(terminal, onExit),
    createListCommand(terminal),
  ];
  try {
    await createProgram(terminal, commands).parseAsync([...parameters], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (!(error instanceof CommanderError)) return showError(error, terminal);
    if (error.exitCode === 0) return exitCodes.success;
    // Commander shows the help by itself when no command is given at all.
    const name = commands.find((command) => command.name() === parameters[0])?.name();
    if (error.code !== 'commander.help') terminal.stderr.write(`${describeUsageError(error, name)}\n`);
    return exitCodes.wrongUsage;
  }
}

function createProgram(terminal: Terminal, commands: readonly Command[]): Command {
  const program = new Command('octollm')
    .description('Audits JavaScript and TypeScript against the OctoLLM error standard, and takes it there.')
    .version(readVersion(), '-V, --version', 'show the version')
    .helpOption('-h, --help', 'show this help')
    .addHelpText('after', exitCodesHelp);
  for (const command of [program, ...commands])
    command
      .exitOverride()
      .showSuggestionAfterError()
      .configureOutput({
        writeOut: (text) => terminal.stdout.write(text),
        writeErr: (text) => terminal.stderr.write(text),
        outputError: () => undefined,
      });
  for (const command of commands) program.addCommand(command);
  return program;
}

/** Commander's own message as a sentence of ours. */
function describeUsageError(error: CommanderError, command: string | undefined): string {
  const message = error.message
    .replace(/^error: /, '')
    .replace(/\s+/g, ' ')
    .replace(/'(-[^']*)'/g, '`$1`')
    .trim();
  const sentence = `${message.charAt(0).toUpperCase()}${message.slice(1)}`;
  const help = command === undefined ? 'octollm --help' : `octollm ${command} --help`;
  return `octollm: ${/[.?)]$/.test(sentence) ? sentence : `${sentence}.`} Run \`${help}\` for the usage.`;
}
