import {
  analyzeHandler,
  defaultCleanups,
  defaultProbeNames,
  findHandlers,
  findJustification,
  findTolerance,
  getVerdict,
  handlerNodeTypes,
  type ErrorHandler,
  type Node,
  type OctollmSettings,
  type Source,
  type TolerancePolicy,
} from 'eslint-plugin-octollm/patterns';
import type { ListenerGroup } from '../host/run-rules.ts';

/** What becomes of the error in a handler as a whole. */
export const handlerFates = [
  'handled',
  'logged',
  'tolerated',
  'justified',
  'logged-blind',
  'cause-lost',
  'replaced',
  'ignored',
] as const;

export type HandlerFate = (typeof handlerFates)[number];

/** The fates in which nothing of the error is left for whoever looks for it later. */
export const losingFates: readonly HandlerFate[] = ['logged-blind', 'cause-lost', 'replaced', 'ignored'];

/** How many handlers of each kind have met which fate. */
export type HandlerCounts = Record<string, Partial<Record<HandlerFate, number>>>;

/** The same that the rules let pass by default. */
const tolerance: TolerancePolicy = {
  cleanups: defaultCleanups,
  probes: new RegExp(defaultProbeNames),
  allowConversions: true,
};

/** Counts the handlers of a file while the rules run. */
export function createHandlerCounter(source: Source, settings: OctollmSettings, counts: HandlerCounts): ListenerGroup {
  const count = (node: unknown): void => {
    // The traversal calls a listener with nodes of the type that it listens to.
    for (const handler of findHandlers(source, node as Node)) {
      const fates = (counts[handler.kind] ??= {});
      const fate = getFate(source, settings, handler);
      fates[fate] = (fates[fate] ?? 0) + 1;
    }
  };
  return Object.fromEntries(handlerNodeTypes.map((type) => [type, count]));
}

function getFate(source: Source, settings: OctollmSettings, handler: ErrorHandler): HandlerFate {
  const analysis = analyzeHandler(source, settings, handler);
  const { verdict, outcome } = getVerdict(analysis);
  if (verdict === 'logged') return verdict;
  if (verdict === 'handled')
    return analysis.outcomes.some(({ kind }) => kind === 'cause-lost') ? 'cause-lost' : verdict;
  if (verdict !== 'logged-blind' && outcome && findTolerance(source, handler, outcome, tolerance)) return 'tolerated';
  return findJustification(source, handler, { accept: 'comment', minReasonLength: 10 }) ? 'justified' : verdict;
}
