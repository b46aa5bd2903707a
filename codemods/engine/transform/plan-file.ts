import type { Leftover } from '../edit/change.ts';
import type { PlannedChange } from '../edit/select-changes.ts';
import type { OptionsByCodemod } from './codemod-options.ts';
import type { SyntaxCodemod, SyntaxFile } from './codemod.ts';

export interface PlannedLeftover extends Leftover {
  /** Name of the codemod that left it. */
  readonly codemod: string;
}

export interface FilePlan {
  /** In the order of the codemods, so that the first one has its way where two want the same text. */
  readonly changes: readonly PlannedChange[];
  readonly leftovers: readonly PlannedLeftover[];
}

/** Lets each codemod plan on the same tree. */
export function planFile(file: SyntaxFile, codemods: readonly SyntaxCodemod[], options: OptionsByCodemod): FilePlan {
  const changes: PlannedChange[] = [];
  const leftovers: PlannedLeftover[] = [];
  for (const { name, plan } of codemods) {
    const found = plan(file, options[name] ?? {});
    changes.push(...found.changes.map((change) => ({ ...change, codemod: name })));
    leftovers.push(...found.leftovers.map((leftover) => ({ ...leftover, codemod: name })));
  }
  return { changes, leftovers };
}
