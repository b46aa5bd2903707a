import { getPropertyName, hasComment, type Node, type Source } from 'eslint-plugin-octollm/patterns';
import type { Refusal } from '../engine/edit/refusal.ts';

/** What a call hands to p-retry, by the name of the option. */
export type GivenOptions = ReadonlyMap<string, Node>;

const known: ReadonlySet<string> = new Set([
  'retries',
  'factor',
  'minTimeout',
  'maxTimeout',
  'randomize',
  'forever',
  'signal',
  'onFailedAttempt',
  'shouldRetry',
]);

/** Options that `retry` has nothing for, and what a person can do. */
const foreign: ReadonlyMap<string, string> = new Map([
  ['unref', '`unref` has no counterpart: waits keep the process alive, unless a `clock` of your own does otherwise'],
  ['shouldConsumeRetry', '`shouldConsumeRetry` has no counterpart: every attempt counts'],
  [
    'maxRetryTime',
    '`maxRetryTime` cuts the last wait and calls once more, while `maxElapsedMs` begins no wait that would end too late: choose',
  ],
]);

/** Reads the options of a call; only a literal can be read. */
export function readOptions(source: Source, argument: Node | undefined): GivenOptions | Refusal {
  if (!argument) return new Map();
  if (argument.type !== 'ObjectExpression')
    return { kind: 'options', reason: 'Its options come from elsewhere: write them where `retry` is called.' };
  if (hasComment(source, argument))
    return {
      kind: 'comment',
      reason: 'Comments stand among its options, which change all of them: migrate it by hand.',
    };
  const options = new Map<string, Node>();
  for (const property of argument.properties) {
    const name = property.type === 'Property' ? getPropertyName(property) : undefined;
    if (property.type !== 'Property' || name === undefined)
      return {
        kind: 'options',
        reason: 'Some of its options come from elsewhere: write them where `retry` is called.',
      };
    if (isOff(name, property.value)) continue;
    if (!known.has(name)) {
      const reason = foreign.get(name) ?? `\`${name}\` is no option that is known of p-retry`;
      return { kind: 'option', reason: `${reason}.` };
    }
    options.set(name, property.value);
  }
  return options;
}

/** An option that is written as it is by default. */
function isOff(name: string, value: Node): boolean {
  if (value.type === 'Identifier' && value.name === 'undefined') return true;
  if (name === 'maxRetryTime') return value.type === 'Identifier' && value.name === 'Infinity';
  const isSwitch = name === 'unref' || name === 'forever' || name === 'randomize';
  return isSwitch && value.type === 'Literal' && value.value === false;
}

/** Whether a switch is on; undefined where the text does not tell. */
export function readSwitch(value: Node | undefined): boolean | undefined {
  if (!value) return false;
  return value.type === 'Literal' && typeof value.value === 'boolean' ? value.value : undefined;
}
