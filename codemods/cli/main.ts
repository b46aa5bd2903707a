#!/usr/bin/env node
import { enableCompileCache } from '../engine/pool/compile-cache.ts';

enableCompileCache();
// After it, so that they profit.
const { exitCodes } = await import('./exit-codes.ts');
const { runCommand } = await import('./run-command.ts');

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // `octollm … | head` closes the pipe when it has read enough, which is no failure of ours.
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

const exitCode = await runCommand(process.argv.slice(2), {
  cwd: process.cwd(),
  environment: process.env,
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
});
process.exitCode = exitCode;
// Work that was interrupted may go on in the background: its result is no longer wanted.
if (exitCode === exitCodes.interrupted) process.exit();
