import {
  bindErrorAt,
  createProvenanceContext,
  findDirective,
  findEnclosingHandlers,
  getCauseState,
  leastNoCauseReason,
  type ErrorConstruction,
} from 'eslint-plugin-octollm/patterns';
import { collectEdits } from '../engine/edit/collect-edits.ts';
import type { TextEdit } from '../engine/edit/change.ts';
import type { SyntaxFile } from '../engine/transform/codemod.ts';

/** How a caught error gets into a new one that does not have it yet. */
export interface KeptCause {
  /** The member for its options: `cause: error`. */
  readonly member: string;
  /** Give the caught error a name where it has none. */
  readonly edits: readonly TextEdit[];
}

/** Finds the caught error that a new one should keep as its cause; undefined where there is none, or it is kept already. */
export function keepCause({ source, settings }: SyntaxFile, construction: ErrorConstruction): KeptCause | undefined {
  const handlers = findEnclosingHandlers(source, settings, construction.node);
  const [handler] = handlers;
  const binding = handler && bindErrorAt(source, handler, construction.node);
  if (!binding || findDirective(source, construction.node, 'no-cause', leastNoCauseReason)) return undefined;
  const provenance = createProvenanceContext(source, settings, handlers);
  if (getCauseState(provenance, construction, new Map()).kind !== 'missing') return undefined;
  return { member: `cause: ${binding.name}`, edits: collectEdits(binding.bind) };
}
