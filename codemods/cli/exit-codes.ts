/** What the exit code of `octollm` tells a script. */
export const exitCodes = {
  /** Done, and within the gate where one was set. */
  success: 0,
  /** More findings than the gate allows. */
  gateExceeded: 1,
  /** Some files could not be read or parsed; the rest was audited and is within the gate. */
  filesFailed: 2,
  /** The command was called wrongly: an unknown option, a missing path, broken settings. */
  wrongUsage: 3,
  /** A defect of octollm itself. */
  defect: 70,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

export const exitCodesHelp: string = `
Exit codes:
  0   done, and within the gate where one is set
  1   the gate is exceeded (this wins over 2)
  2   some files could not be read or parsed: they are listed, the rest is audited
  3   wrong usage: unknown option, rule or preset, missing path, broken settings
  70  a defect of octollm itself`;
