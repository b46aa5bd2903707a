import type { TSESTree } from '@typescript-eslint/types';
import { unwrapExpression } from 'eslint-plugin-octollm/patterns';
import type { ModuleUse } from '../bindings/module-uses.ts';
import type { ImportRequest, TextEdit } from '../engine/edit/change.ts';
import { isRefusal, type Refusal } from '../engine/edit/refusal.ts';
import type { SyntaxFile } from '../engine/transform/codemod.ts';
import { planPace } from './plan-backoff.ts';
import { planDecision } from './plan-decision.ts';
import { planFunction } from './plan-function.ts';
import { readOptions } from './read-options.ts';
import { writeOptions } from './write-options.ts';

const retryModule = '@octollm/errors/retry';
export const classifyModule = '@octollm/errors/classify';

/** What becomes of one use of p-retry. */
export interface PlannedUse {
  readonly edits: readonly TextEdit[];
  readonly imports: readonly ImportRequest[];
  /** Of a call, the text for the number of attempts. */
  readonly maxAttempts?: string;
}

/** The call that a use of p-retry's function makes; undefined where it is handed on instead. */
export function getCall({ name, node }: ModuleUse): TSESTree.CallExpression | undefined {
  const { parent } = node;
  return name === '' && parent?.type === 'CallExpression' && parent.callee === node ? parent : undefined;
}

/**
 * Plans the same call of `retry`.
 *
 * @param hasStops whether the file throws errors to stop
 */
export function planCall(file: SyntaxFile, call: TSESTree.CallExpression, hasStops: boolean): PlannedUse | Refusal {
  const { source, imports } = file;
  const [fn, argument, ...others] = call.arguments;
  if (!fn || others.length > 0 || fn.type === 'SpreadElement' || argument?.type === 'SpreadElement' || call.optional)
    return { kind: 'call', reason: 'Its arguments are not a function and options: migrate it by hand.' };
  const fnEdits = planFunction(source, fn);
  if ('reason' in fnEdits) return fnEdits;
  // A type that is asserted or checked there is one of p-retry's, and goes with its options.
  const options = readOptions(source, argument && unwrapExpression(argument));
  if ('reason' in options) return options;
  const pace = planPace(source, options);
  if (isRefusal(pace)) return pace;
  const decision = planDecision(file, options, pace, hasStops);
  if (isRefusal(decision)) return decision;
  const retry = imports.request(retryModule, 'retry');
  const maker = imports.request(retryModule, pace.backoff.maker);
  const classify = imports.request(classifyModule, 'classify');
  const signal = options.get('signal');
  const text = writeOptions(
    file,
    {
      ...pace,
      decision,
      locals: { maker: maker.local, classify: classify.local },
      signal: signal && source.getText(signal),
    },
    getIndent(source.text, (argument ?? fn).range[argument ? 0 : 1]),
  );
  return {
    edits: [replace(call.callee, retry.local), ...fnEdits, putOptions(fn, argument, text)],
    imports: [retry, maker, classify],
    maxAttempts: pace.maxAttempts,
  };
}

function replace({ range: [start, end] }: TSESTree.Node, text: string): TextEdit {
  return { start, end, text };
}

function putOptions(fn: TSESTree.Node, argument: TSESTree.Node | undefined, text: string): TextEdit {
  return argument ? replace(argument, text) : { start: fn.range[1], end: fn.range[1], text: `, ${text}` };
}

/** The indentation of the line that an offset lies on. */
function getIndent(text: string, offset: number): string {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return /^[ \t]*/.exec(line)?.[0] ?? '';
}
