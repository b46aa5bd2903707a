import { catalog } from '@octollm/errors/catalog';
import { getCauseState } from '../../../../rules/patterns/causes/cause-slot.ts';
import { findConstructions } from '../../../../rules/patterns/causes/error-construction.ts';
import { getFailure, type Failure } from '../../../../rules/patterns/causes/failure-channel.ts';
import { classifyThrow } from '../../../../rules/patterns/classifier/classify-throw.ts';
import { describeThrowSite } from '../../../../rules/patterns/classifier/describe-throw-site.ts';
import type { ErrorHandler } from '../../../../rules/patterns/handlers/error-handler.ts';
import { findEnclosingHandlers } from '../../../../rules/patterns/handlers/find-enclosing-handlers.ts';
import { findHandlers } from '../../../../rules/patterns/handlers/find-handler.ts';
import { analyzeHandler } from '../../../../rules/patterns/outcomes/analyze-handler.ts';
import { getVerdict } from '../../../../rules/patterns/outcomes/verdict.ts';
import { createProvenanceContext, getProvenance } from '../../../../rules/patterns/provenance.ts';
import { parseSettings } from '../../../../rules/patterns/settings/parse-settings.ts';
import type { Node, Source } from '../../../../rules/patterns/source.ts';
import { walk } from '../../../../rules/patterns/walk.ts';

const settings = parseSettings({}, () => []);

/** Everything the patterns say about a file, in the order of its text: one line a handler and one a failure that leaves. */
export function describeErrors(source: Source): string[] {
  const lines: { readonly start: number; readonly text: string }[] = [];
  walk(source, source.ast, (node) => {
    const [start] = node.range;
    for (const handler of findHandlers(source, node)) lines.push({ start, text: describeHandler(source, handler) });
    const failure = getFailure(source, node);
    if (failure) lines.push({ start, text: describeFailure(source, failure) });
  });
  return lines.sort((one, other) => one.start - other.start).map(({ text }) => text);
}

function describeHandler(source: Source, handler: ErrorHandler): string {
  const analysis = analyzeHandler(source, settings, handler);
  const outcomes = analysis.outcomes.map(
    ({ kind, exit, isDiscriminated }) => `${kind} (${exit})${isDiscriminated ? ' if narrowed' : ''}`,
  );
  const name = handler.reference ?? (handler.parameter ? getText(source, handler.parameter) : 'nothing');
  return `${handler.kind} of ${name}: ${outcomes.join(', ')} = ${getVerdict(analysis).verdict}`;
}

function describeFailure(source: Source, { channel, node, value }: Failure): string {
  const handlers = findEnclosingHandlers(source, settings, node);
  const context = createProvenanceContext(source, settings, handlers);
  const constructions = value ? findConstructions(source, value) : [];
  const made = constructions.map((construction) => {
    const cause = handlers.length > 0 ? `, cause ${getCauseState(context, construction, new Map()).kind}` : '';
    const [best] = classifyThrow(describeThrowSite(construction.node, source.text), catalog);
    return ` new ${construction.className}${cause}${best ? `, better ${best.name}` : ''}`;
  });
  return `${channel} ${getProvenance(context, value)}${made.join()}`;
}

function getText(source: Source, node: Node): string {
  return source.text.slice(node.range[0], node.range[1]);
}
