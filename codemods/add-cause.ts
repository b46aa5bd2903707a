import {
  bindErrorAt,
  createLostCauseSearch,
  defaultCausePolicy,
  getFailure,
  getHandedOn,
  isTypeScriptFile,
  walk,
  type ErrorBinding,
  type LostCause,
} from 'eslint-plugin-octollm/patterns';
import { attachCause } from './causes/attach-cause.ts';
import { findDestination } from './causes/destination.ts';
import { collectEdits } from './engine/edit/collect-edits.ts';
import type { Change, Leftover, Plan, TextEdit } from './engine/edit/change.ts';
import type { SyntaxCodemod, SyntaxFile } from './engine/transform/codemod.ts';

/** Passes caught errors on as the cause of those that are made in their handlers. */
export const addCause: SyntaxCodemod = {
  kind: 'syntax',
  name: 'add-cause',
  description: 'Passes a caught error on as the `cause` of the error that is made where it was caught.',
  rules: ['require-cause'],
  needles: /\bnew\b|(?:Error|Exception|Failure|Fault|Err|Rejection)\d*\s*\(/,
  plan,
};

function plan(file: SyntaxFile): Plan {
  const changes: Change[] = [];
  const leftovers: Leftover[] = [];
  for (const lost of findLostCauses(file)) {
    const outcome = planSite(file, lost);
    if ('edits' in outcome) changes.push(outcome);
    else leftovers.push(outcome);
  }
  return { changes, leftovers };
}

function findLostCauses({ source, settings }: SyntaxFile): LostCause[] {
  const search = createLostCauseSearch(source, settings, defaultCausePolicy);
  const found: LostCause[] = [];
  walk(source, source.ast, (node) => {
    const failure = node.type === 'NewExpression' ? getHandedOn(source, settings, node) : getFailure(source, node);
    if (failure) found.push(...search(failure));
  });
  return found;
}

function planSite(file: SyntaxFile, lost: LostCause): Change | Leftover {
  const { node, className } = lost.construction;
  const [start, end] = node.range;
  const leave = (kind: string, reason: string): Leftover => ({ kind, start, end, reason });
  const destination = findDestination(file, lost.construction);
  if ('reason' in destination) return leave(destination.kind, destination.reason);
  const binding = findBinding(file, lost);
  if (!binding) return leave('no-name', 'The caught error has no name here: give it one, and pass it on as the cause.');
  const edit = attachCause(file, lost, destination, binding.name);
  if ('reason' in edit) return leave(edit.kind, edit.reason);
  const isReplaced = lost.state.kind === 'lossy';
  return {
    kind: isReplaced ? 'replace-text' : lost.handler.parameter ? 'pass-on' : 'bind-and-pass-on',
    start,
    end,
    // Who reads the text of the cause gets an error now.
    applicability: isReplaced ? 'unsafe' : destination.applicability,
    confidence: destination.applicability === 'safe' ? 0.95 : 0.8,
    reason: `\`${className}\` keeps \`${binding.name}\`, so that what really failed can still be found.`,
    edits: [...bind(file, lost, binding), edit],
    imports: [],
    releases: [],
  };
}

/** Plans the parameter that receives the error; where TypeScript would take it for `any`, with its type. */
function bind({ path }: SyntaxFile, { handler }: LostCause, binding: ErrorBinding): TextEdit[] {
  const isTyped = /^promise-/.test(handler.kind) && isTypeScriptFile(path);
  return collectEdits(binding.bind).map((edit) => (isTyped ? { ...edit, text: `${edit.text}: unknown` } : edit));
}

/** A function that is passed by its name may be called elsewhere: it gets no further parameter. */
function findBinding({ source }: SyntaxFile, { handler, construction }: LostCause): ErrorBinding | undefined {
  if (handler.parameter === null && handler.reference !== null) return undefined;
  return bindErrorAt(source, handler, construction.node);
}
