import type { TSESTree } from '@typescript-eslint/utils';
import { getDottedName, getPropertyName } from '../dotted-name.ts';
import { createProvenanceContext } from '../provenance.ts';
import type { OctollmSettings } from '../settings/settings.ts';
import { getEnclosingFunction, type Source } from '../source.ts';
import { unwrapExpression } from '../unwrap-expression.ts';
import { findVariable } from '../variables.ts';
import type { ErrorMention } from './error-mentions.ts';

/** Reads the error of an entry of a settled list: `result.reason`, in a file that settles promises. */
export function getSettledMention(
  source: Source,
  settings: OctollmSettings,
  node: TSESTree.MemberExpression,
): ErrorMention | undefined {
  if (getPropertyName(node) !== 'reason' || !source.text.includes('allSettled(')) return undefined;
  const entry = unwrapExpression(node.object);
  const variable = entry.type === 'Identifier' ? findVariable(source, entry) : undefined;
  // Signals, events and answers have a reason as well.
  if (!variable || !entryName.test(variable.name)) return undefined;
  const context = { ...createProvenanceContext(source, settings, []), variables: [variable], isSettled: true };
  return { node, name: getDottedName(node), body: getEnclosingFunction(node)?.body ?? source.ast, context };
}

const entryName =
  /^(?:r|res|result|\w*[rR]esult|entry|outcome|settled\w*|rejected\w*|rejection|failed\w*|failure|item|[a-z])$/;
