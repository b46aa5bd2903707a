import { Command, CommanderError } from 'commander';
import { audit } from '../engine/audit/audit.ts';
import { createAuditCommand, type Audit } from './audit-command.ts';
import { exitCodes, exitCodesHelp, type ExitCode } from './exit-codes.ts';
import { showError } from './show-error.ts';
import type { Terminal } from './terminal.ts';
import { readVersion } from './version.ts';

/**
 * Runs one `octollm` command line and gives its exit code; whatever goes wrong is told in one message.
 *
 * @param parameters the command line behind `octollm`
 */
export async function runCommand(
  parameters: readonly string[],
  terminal: Terminal,
  runAudit: Audit = audit,
): Promise<ExitCode> {
  let exitCode: ExitCode = exitCodes.success;
  const program = createProgram(terminal, runAudit, (code) => (exitCode = code));
  try {
    await program.parseAsync([...parameters], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (!(error instanceof CommanderError)) return showError(error, terminal);
    if (error.exitCode === 0) return exitCodes.success;
    // Commander shows the help by itself when no command is given at all.
    if (error.code !== 'commander.help') terminal.stderr.write(`${describeUsageError(error)}\n`);
    return exitCodes.wrongUsage;
  }
}

function createProgram(terminal: Terminal, runAudit: Audit, onExit: (code: ExitCode) => void): Command {
  const program = new Command('octollm')
    .description('Audits JavaScript and TypeScript against the OctoLLM error standard.')
    .version(readVersion(), '-V, --version', 'show the version')
    .helpOption('-h, --help', 'show this help')
    .addHelpText('after', exitCodesHelp);
  const audit = createAuditCommand(terminal, runAudit, onExit);
  for (const command of [program, audit])
    command
      .exitOverride()
      .showSuggestionAfterError()
      .configureOutput({
        writeOut: (text) => terminal.stdout.write(text),
        writeErr: (text) => terminal.stderr.write(text),
        outputError: () => undefined,
      });
  program.addCommand(audit);
  return program;
}

/** Commander's own message as a sentence of ours. */
function describeUsageError(error: CommanderError): string {
  const message = error.message
    .replace(/^error: /, '')
    .replace(/\s+/g, ' ')
    .replace(/'(-[^']*)'/g, '`$1`')
    .trim();
  const sentence = `${message.charAt(0).toUpperCase()}${message.slice(1)}`;
  return `octollm: ${/[.?)]$/.test(sentence) ? sentence : `${sentence}.`} Run \`octollm audit --help\` for the usage.`;
}
