import { getDottedName, walk, type Node } from 'eslint-plugin-octollm/patterns';
import type { TextEdit } from '../engine/edit/change.ts';
import { isRefusal, type Refusal } from '../engine/edit/refusal.ts';
import type { SyntaxFile } from '../engine/transform/codemod.ts';
import type { Pace } from './plan-backoff.ts';
import { toOperand } from './quantity.ts';
import { readCallback, type Callback, type FactTexts } from './read-callback.ts';
import type { GivenOptions } from './read-options.ts';

/** The text of `shouldRetry`: its parameters, and its body as one expression or as statements. */
export interface DecisionText {
  readonly parameters: string;
  readonly expression?: string;
  readonly statements?: readonly string[];
}

/** How an error is marked that nobody should try again after. */
export const stopRule = 'stop';

/**
 * Plans the decision that p-retry makes after each failure: it stops for what is thrown to stop, for what is no error and for a
 * `TypeError` that is no lost connection, asks the callbacks, and repeats everything else. `shouldRetry` is asked after each
 * failure, the last one included, as `onFailedAttempt` is.
 */
export function planDecision(
  file: SyntaxFile,
  options: GivenOptions,
  pace: Pace,
  hasStops: boolean,
): DecisionText | Refusal {
  const facts = getFacts(pace);
  const hook = readOption(file, options.get('onFailedAttempt'), facts);
  if (hook && isRefusal(hook)) return hook;
  const asked = readOption(file, options.get('shouldRetry'), facts);
  if (asked && isRefusal(asked)) return asked;
  const errorName = hook?.errorName ?? asked?.errorName ?? 'error';
  if (asked?.errorName !== undefined && asked.errorName !== errorName)
    return { kind: 'callback', reason: 'Its callbacks call the error by different names: give it one name first.' };
  const usesAttempt = hook?.usesAttempt === true || asked?.usesAttempt === true;
  const parameters = `({ retryable${hasStops ? ', rule' : ''} }, ${usesAttempt ? '{ attempt }' : '_context'}, ${errorName})`;
  const text: DecisionContext = { file, errorName, hasStops };
  if (!hook && (!asked || asked.fn.body.type !== 'BlockStatement'))
    return { parameters, expression: writeExpression(text, asked) };
  const hookStatements = hook ? writeHook(file, hook) : [];
  if (!('length' in hookStatements)) return hookStatements;
  const ending = writeEnding(text, asked);
  return 'length' in ending ? { parameters, statements: [...writeGuards(text), ...hookStatements, ...ending] } : ending;
}

interface DecisionContext {
  readonly file: SyntaxFile;
  readonly errorName: string;
  readonly hasStops: boolean;
}

function getFacts({ retries, maxAttempts }: Pace): FactTexts {
  const left =
    retries.value === undefined
      ? `${toOperand(retries)} + 1 - attempt`
      : retries.value === Infinity
        ? 'Infinity'
        : `${maxAttempts} - attempt`;
  return new Map([
    ['attemptNumber', 'attempt'],
    ['retriesLeft', left],
    ['retriesConsumed', 'attempt - 1'],
  ]);
}

function readOption(file: SyntaxFile, node: Node | undefined, facts: FactTexts): Callback | Refusal | undefined {
  return node && readCallback(file.source, node, facts);
}

/** What passes by itself, by what it is; and every other error, unless it is a mistake in the code. */
function writeExpression({ file, errorName, hasStops }: DecisionContext, asked: Callback | undefined): string {
  const { quote } = file.style;
  const stop = hasStops ? `rule !== ${quote}${stopRule}${quote} && ` : '';
  const isError = `${errorName} instanceof Error`;
  const isMistake = `${errorName} instanceof TypeError`;
  if (!asked) {
    const passes = `retryable || (${isError} && !(${isMistake}))`;
    return hasStops ? `${stop}(${passes})` : passes;
  }
  return `${stop}${isError} && (retryable || !(${isMistake})) && ${writeOperand(asked, asked.fn.body)}`;
}

const bindsLooser: ReadonlySet<string> = new Set([
  'ConditionalExpression',
  'AssignmentExpression',
  'SequenceExpression',
  'ArrowFunctionExpression',
]);

function writeOperand(asked: Callback, body: Node): string {
  const isLoose = bindsLooser.has(body.type) || (body.type === 'LogicalExpression' && body.operator !== '&&');
  const text = asked.write(body);
  return isLoose ? `(${text})` : text;
}

function writeGuards({ file: { style }, errorName, hasStops }: DecisionContext): string[] {
  const { quote, semicolon } = style;
  return [
    ...(hasStops ? [`if (rule === ${quote}${stopRule}${quote}) return false${semicolon}`] : []),
    `if (!(${errorName} instanceof Error)) return false${semicolon}`,
  ];
}

/** The statements of `onFailedAttempt`; rethrowing its error there means that nothing is tried again. */
function writeHook(file: SyntaxFile, hook: Callback): readonly string[] | Refusal {
  const { body } = hook.fn;
  const { semicolon } = file.style;
  if (body.type !== 'BlockStatement')
    return isLog(body) ? [`${hook.write(body)}${semicolon}`] : refuse('may return a promise, which p-retry waits for');
  const edits: TextEdit[] = [];
  let obstacle: string | undefined;
  walk(file.source, body, (node) => {
    if (/Function|^Class/.test(node.type)) return false;
    if (node.type === 'ReturnStatement') obstacle = 'returns early';
    if (node.type !== 'ThrowStatement') return true;
    const isOwn = hook.errorReads.includes(node.argument);
    if (!isOwn) obstacle = 'throws another error, which p-retry rejects with';
    edits.push({ start: node.range[0], end: node.range[1], text: `return false${semicolon}` });
    return false;
  });
  return obstacle ? refuse(obstacle) : body.body.map((statement) => hook.write(statement, edits));
}

function isLog(body: Node): boolean {
  return (
    body.type === 'CallExpression' && /(?:^|[.#_])(?:console|log|logger|logging)\b/i.test(getDottedName(body.callee))
  );
}

function refuse(what: string): Refusal {
  return { kind: 'callback', reason: `Its \`onFailedAttempt\` ${what}: migrate it by hand.` };
}

function writeEnding(context: DecisionContext, asked: Callback | undefined): readonly string[] | Refusal {
  const { semicolon } = context.file.style;
  const isMistake = `${context.errorName} instanceof TypeError`;
  const passes = `retryable || !(${isMistake})`;
  if (!asked) return [`return ${passes}${semicolon}`];
  const { body } = asked.fn;
  if (body.type !== 'BlockStatement') return [`return (${passes}) && ${writeOperand(asked, body)}${semicolon}`];
  let hasThrow = false;
  walk(context.file.source, body, (node) => {
    if (node.type === 'ThrowStatement') hasThrow = true;
  });
  if (hasThrow)
    return { kind: 'callback', reason: 'Its `shouldRetry` throws, which p-retry rejects with: migrate it by hand.' };
  const guard = `if (!retryable && ${isMistake}) return false${semicolon}`;
  return [guard, ...body.body.map((statement) => asked.write(statement))];
}
