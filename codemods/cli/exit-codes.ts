/** What the exit code of `octollm` tells a script. */
export const exitCodes = {
  /** Done, and within the gate where one was set. */
  success: 0,
  /** More findings than the gate allows, or changes where `--check` wants none. */
  gateExceeded: 1,
  /** Some files could not be read, parsed or written; the rest was worked on. */
  filesFailed: 2,
  /** The command was called wrongly: an unknown option, a missing path, broken settings. */
  wrongUsage: 3,
  /** The type check of the project has new errors although everything suspicious was taken back. */
  verificationFailed: 4,
  /** A defect of octollm itself. */
  defect: 70,
  /** A signal ended the work between two files. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** The exit codes of a command as its help shows them, in rising order. */
export function describeExitCodes(texts: Readonly<Partial<Record<ExitCode, string>>>): string {
  const rows = Object.entries(texts).map(([code, text]) => `  ${code.padEnd(3)} ${text}`);
  return ['', 'Exit codes:', ...rows].join('\n');
}

export const exitCodesHelp: string = describeExitCodes({
  [exitCodes.success]: 'done',
  [exitCodes.gateExceeded]: 'a gate is exceeded, or `--check` found something to change',
  [exitCodes.filesFailed]: 'some files could not be read, parsed or written',
  [exitCodes.wrongUsage]: 'wrong usage',
  [exitCodes.verificationFailed]: 'the type check of the project has new errors',
  [exitCodes.defect]: 'a defect of octollm itself',
  [exitCodes.interrupted]: 'interrupted',
});
