import { InternalError } from '@octollm/errors/errors';
import plugin from 'eslint-plugin-octollm';
import { linkNodes } from '../source/link-nodes.ts';
import type { HostSource } from '../source/host-source.ts';
import { findConfigComments } from './config-comments.ts';
import { removeDisabled } from './disable-directives.ts';
import { applyInlineRules } from './inline-rules.ts';
import { mergeListeners, type Listener } from './listeners.ts';
import { compareReports, type Report } from './report.ts';
import { createRuleContext, type HostEnvironment } from './rule-context.ts';
import type { RulePlan } from './rule-plan.ts';

export type ListenerGroup = Readonly<Record<string, Listener | undefined>>;

/**
 * Runs the rules of the plugin over a parsed file, in one traversal, and gives what ESLint would report, in its order.
 *
 * @param observers further listeners that see the same traversal
 * @throws InternalError that names the rule that failed and holds its error
 */
export function runRules(
  source: HostSource,
  plan: RulePlan,
  environment: HostEnvironment,
  observers: readonly ListenerGroup[] = [],
): readonly Report[] {
  const reports: Report[] = [];
  const comments = findConfigComments(source);
  const groups = Object.entries(applyInlineRules(plan, comments)).map(([name, { options }]) => {
    const rule = plugin.rules[name];
    if (!rule) throw new InternalError(`Cannot run the rule \`${name}\`: the plugin does not have it.`);
    const context = createRuleContext(name, rule, options, source, environment, (report) => reports.push(report));
    return guard(name, () => rule.create(context));
  });
  const listeners = mergeListeners([...groups, ...observers]);
  for (const { node, isExit } of linkNodes(source.ast, new Set(listeners.keys())))
    for (const listener of listeners.get(isExit ? `${node.type}:exit` : node.type) ?? []) listener(node);
  return removeDisabled(reports.sort(compareReports), comments, source);
}

/** Names the rule in an error that it throws, be it while it is set up or in a listener. */
function guard(name: string, create: () => ListenerGroup): ListenerGroup {
  const guarded: Record<string, Listener> = {};
  try {
    for (const [type, listener] of Object.entries(create()))
      if (listener) guarded[type] = guardListener(name, listener);
  } catch (cause) {
    throw describeFailure(name, cause);
  }
  return guarded;
}

function guardListener(name: string, listener: Listener): Listener {
  return (node) => {
    try {
      listener(node);
    } catch (cause) {
      throw describeFailure(name, cause);
    }
  };
}

function describeFailure(name: string, cause: unknown): InternalError {
  return new InternalError(`The rule \`octollm/${name}\` failed.`, { cause });
}
