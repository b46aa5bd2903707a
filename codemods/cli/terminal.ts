/** What a command knows of the shell that it runs in. */
export interface Terminal {
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Where answers come from; nobody is asked without it. */
  readonly stdin?: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly stdout: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean };
}

/** Whether to write colours: never against `NO_COLOR` or `TERM=dumb`, always with `FORCE_COLOR`, else to a terminal only. */
export function canShowColors({ environment, stdout }: Terminal): boolean {
  if (environment['NO_COLOR']) return false;
  if (environment['FORCE_COLOR']) return environment['FORCE_COLOR'] !== '0';
  return stdout.isTTY === true && environment['TERM'] !== 'dumb';
}
