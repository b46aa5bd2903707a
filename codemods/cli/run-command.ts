import { Command, CommanderError } from 'commander';
import { planMigration } from '../engine/migrate/plan-migration.ts';
import type { Audit } from './audit-command.ts';
import { exitCodes, exitCodesHelp, type ExitCode } from './exit-codes.ts';
import type { PlanMigration } from './migrate-command.ts';
import { showError } from './show-error.ts';
import type { Terminal } from './terminal.ts';
import { readVersion } from './version.ts';

/** What the commands call. */
export interface Engine {
  readonly audit: Audit;
  readonly planMigration: PlanMigration;
}

const realEngine: Engine = {
  audit: async (request) => (await import('../engine/audit/audit.ts')).audit(request),
  planMigration,
};

interface CommandSetup {
  readonly terminal: Terminal;
  readonly engine: Engine;
  /** The command line behind `octollm`. */
  readonly parameters: readonly string[];
  readonly onExit: (code: ExitCode) => void;
}

type CreateCommand = (setup: CommandSetup) => Promise<Command>;

/** What builds each command, by its name. They bring much along, so one that nobody asks for stays unloaded. */
const commandsByName: ReadonlyMap<string, CreateCommand> = new Map<string, CreateCommand>([
  [
    'audit',
    async ({ terminal, engine, onExit }) =>
      (await import('./audit-command.ts')).createAuditCommand(terminal, engine.audit, onExit),
  ],
  [
    'migrate',
    async ({ terminal, engine, parameters, onExit }) => {
      const { createMigrateCommand } = await import('./migrate-command.ts');
      return createMigrateCommand({ terminal, planMigration: engine.planMigration, commandLine: parameters }, onExit);
    },
  ],
  ['undo', async ({ terminal, onExit }) => (await import('./undo-command.ts')).createUndoCommand(terminal, onExit)],
  [
    'resume',
    async ({ terminal, onExit }) => (await import('./resume-command.ts')).createResumeCommand(terminal, onExit),
  ],
  ['list', async ({ terminal }) => (await import('./list-command.ts')).createListCommand(terminal)],
]);

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
  const commands = await loadCommands({
    terminal,
    engine: { ...realEngine, ...engine },
    parameters,
    onExit: (code) => void (exitCode = code),
  });
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

/** Loads the command that is called; all of them where none is, because the help and suggestions name them. */
function loadCommands(setup: CommandSetup): Promise<Command[]> {
  const called = commandsByName.get(setup.parameters[0] ?? '');
  return Promise.all((called ? [called] : [...commandsByName.values()]).map((create) => create(setup)));
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
