import { findReExports, findModuleUses, type ModuleUse } from './bindings/module-uses.ts';
import type { Change, Leftover, Plan } from './engine/edit/change.ts';
import { isRefusal, type Refusal } from './engine/edit/refusal.ts';
import type { SyntaxCodemod, SyntaxFile } from './engine/transform/codemod.ts';
import { getCall, planCall, type PlannedUse } from './p-retry/plan-call.ts';
import { planStop } from './p-retry/plan-stop.ts';

const library = 'p-retry';

/** Takes p-retry's place. */
export const pRetryToOctollm: SyntaxCodemod = {
  kind: 'syntax',
  name: 'p-retry-to-octollm',
  description: 'Calls `retry` of the runtime where p-retry was called, with the same attempts, waits and final error.',
  rules: [],
  needles: /['"`]p-retry['"`]/,
  plan,
};

function plan(file: SyntaxFile): Plan {
  const uses = findModuleUses(file.source, library);
  const others = [...uses.filter(isOther), ...findReExports(file.source, library).map((node) => ({ node }))];
  const leftovers = others.map(({ node }) =>
    leave(node, {
      kind: 'use',
      reason: 'p-retry is not called here but handed on, or only its types are used: migrate by hand.',
    }),
  );
  const stops = uses.filter(({ name, isType }) => name === 'AbortError' && !isType);
  const calls = uses.filter((use) => getCall(use));
  const sites = stops.length > 0 ? planTogether(file, calls, stops) : planOneByOne(file, calls);
  return { changes: sites.changes, leftovers: [...sites.leftovers, ...leftovers] };
}

function isOther(use: ModuleUse): boolean {
  return use.isType || (use.name !== 'AbortError' && !getCall(use));
}

function planOneByOne(file: SyntaxFile, calls: readonly ModuleUse[]): Plan {
  const changes: Change[] = [];
  const leftovers: Leftover[] = [];
  for (const use of calls) {
    const planned = planUse(file, use, false);
    if (isRefusal(planned)) leftovers.push(leave(use.node, planned));
    else changes.push(toChange(use, planned, [use.local]));
  }
  return { changes, leftovers };
}

/** What is thrown to stop stops whichever call is around it, so all of a file goes or nothing. */
function planTogether(file: SyntaxFile, calls: readonly ModuleUse[], stops: readonly ModuleUse[]): Plan {
  const [first] = calls;
  if (!first) {
    const reason = 'It stops a call of p-retry in another file: migrate both together.';
    return { changes: [], leftovers: stops.map(({ node }) => leave(node, { kind: 'abort-error', reason })) };
  }
  const outcomes = [
    ...calls.map((use) => ({ use, outcome: planUse(file, use, true) })),
    ...stops.map((use) => ({ use, outcome: planStop(file, use) })),
  ];
  const parts = outcomes.flatMap(({ outcome }) => (isRefusal(outcome) ? [] : [outcome]));
  if (parts.length < outcomes.length) {
    const reason = 'Another use of p-retry in this file has to stay, and an `AbortError` may reach both.';
    const leftovers = outcomes.map(({ use, outcome }) =>
      leave(use.node, isRefusal(outcome) ? outcome : { kind: 'together', reason }),
    );
    return { changes: [], leftovers };
  }
  const counts = parts.flatMap(({ maxAttempts }) => maxAttempts ?? []);
  const whole: PlannedUse = {
    edits: parts.flatMap(({ edits }) => edits),
    imports: parts.flatMap(({ imports }) => imports),
    maxAttempts: [...new Set(counts)].join(' or '),
  };
  const releases = outcomes.map(({ use }) => use.local);
  return { changes: [toChange(first, whole, releases)], leftovers: [] };
}

function planUse(file: SyntaxFile, use: ModuleUse, hasStops: boolean): PlannedUse | Refusal {
  const call = getCall(use);
  return call ? planCall(file, call, hasStops) : { kind: 'use', reason: 'p-retry is handed on here: migrate by hand.' };
}

function leave({ range: [start, end] }: ModuleUse['node'], { kind, reason }: Refusal): Leftover {
  return { kind, start, end, reason };
}

function toChange(
  { node }: ModuleUse,
  { edits, imports, maxAttempts }: PlannedUse,
  releases: readonly string[],
): Change {
  return {
    kind: 'retry',
    start: node.range[0],
    end: node.parent?.range[1] ?? node.range[1],
    // Attempts and waits are the same, but waits that servers ask for are kept as well, and what is thrown need not be an error.
    applicability: 'unsafe',
    confidence: 0.95,
    reason: `\`maxAttempts\` counts the first call, too (${maxAttempts ?? ''}); waits that servers ask for are kept as well.`,
    edits,
    imports,
    releases: [...new Set(releases)],
  };
}
