import {
  CancelledError,
  ConfigurationError,
  getErrorMessage,
  InternalError,
  OctoLLMError,
  ResourceError,
  SystemError,
} from '@octollm/errors/errors';
import { exitCodes, type ExitCode } from './exit-codes.ts';
import type { Terminal } from './terminal.ts';

/** Tells an error in one message, with its stack only for `DEBUG=octollm`, and gives the exit code that fits it. */
export function showError(error: unknown, { environment, stderr }: Terminal): ExitCode {
  const isOurs = error instanceof OctoLLMError && !(error instanceof InternalError);
  const message = getErrorMessage(error);
  const hint = ' This is a defect of octollm: run it again with `DEBUG=octollm` and report what it shows.';
  stderr.write(isOurs ? `octollm: ${message}\n` : `octollm: ${message}${hint}\n`);
  if (/(?:^|[\s,])(?:octollm|\*)(?:$|[\s,])/.test(environment['DEBUG'] ?? '')) stderr.write(`${showStacks(error)}\n`);
  return isOurs ? getExitCode(error) : exitCodes.defect;
}

/** What the caller can mend is wrong usage; what the machine refused, or another run, may work another time. */
function getExitCode(error: OctoLLMError): ExitCode {
  if (error instanceof CancelledError) return exitCodes.interrupted;
  if (error instanceof ConfigurationError) return exitCodes.wrongUsage;
  return error instanceof SystemError || error instanceof ResourceError ? exitCodes.filesFailed : exitCodes.wrongUsage;
}

function showStacks(error: unknown): string {
  if (!(error instanceof Error)) return getErrorMessage(error);
  const context = error instanceof OctoLLMError && error.context ? `\n${JSON.stringify(error.context, null, 2)}` : '';
  const own = `${error.stack ?? error.message}${context}`;
  return error.cause === undefined ? own : `${own}\nCaused by: ${showStacks(error.cause)}`;
}
