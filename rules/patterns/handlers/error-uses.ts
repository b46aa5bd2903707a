import { getDottedName, getLastName } from '../dotted-name.ts';
import { matchesName } from '../name-pattern.ts';
import { isLogger, isReporter } from '../outcomes/log-call.ts';
import type { OctollmSettings } from '../settings/settings.ts';
import { isWithin, type Node, type Source } from '../source.ts';
import { getOutermostExpression } from '../unwrap-expression.ts';
import type { ErrorHandler } from './error-handler.ts';

/** What one mention of the error asks of its type: `used` needs one, the others take any value. */
export type ErrorUse = 'rethrown' | 'printed' | 'narrowed' | 'used';

/** How the error of a handler is used, one entry a mention. */
export function getUses(source: Source, settings: OctollmSettings, handler: ErrorHandler): ErrorUse[] {
  return handler.variables.flatMap((variable) =>
    variable.references
      .filter((reference) => reference.isRead() && isWithin(reference.identifier, handler.body ?? source.ast))
      .map((reference) => getUse(settings, reference.identifier)),
  );
}

function getUse(settings: OctollmSettings, identifier: Node): ErrorUse {
  const parent = identifier.parent;
  switch (parent?.type) {
    case 'ThrowStatement':
      return 'rethrown';
    case 'TemplateLiteral':
      return 'printed';
    case 'BinaryExpression':
      return parent.operator === 'instanceof' && parent.left === identifier ? 'narrowed' : 'used';
    case 'CallExpression':
      return getArgumentUse(settings, parent.callee === identifier ? '' : getDottedName(parent.callee));
    case 'Property':
      return isCauseProperty(parent) ? 'rethrown' : 'used';
    default:
      return 'used';
  }
}

function getArgumentUse(settings: OctollmSettings, name: string): ErrorUse {
  if (name === 'Promise.reject') return 'rethrown';
  if (name === 'String' || isReporterOrConsole(name, settings)) return 'printed';
  return matchesName(name, settings.guards) || /^(?:isError|isNativeError)$/.test(getLastName(name))
    ? 'narrowed'
    : 'used';
}

/** `console` takes any value; what a project's own logger takes is up to its types. */
function isReporterOrConsole(name: string, settings: OctollmSettings): boolean {
  return name.startsWith('console.') && isLogger(name, settings) && !isReporter(name, settings);
}

/** `{ cause: e }` takes any value. */
function isCauseProperty(property: Node): boolean {
  if (property.type !== 'Property' || property.key.type !== 'Identifier' || property.key.name !== 'cause') return false;
  return getOutermostExpression(property.value) === property.value;
}
