import type { TSESTree } from '@typescript-eslint/utils';
import { getDottedName, getLastName } from '../dotted-name.ts';
import type { ErrorHandler } from '../handlers/error-handler.ts';
import { getText, type Node, type Source } from '../source.ts';
import { getOutermostExpression, unwrapExpression } from '../unwrap-expression.ts';
import { collectOwn } from '../walk.ts';
import { getStatement } from './following.ts';
import { isLogStatement } from './log-statement.ts';
import { isAskedFor } from './presence-test.ts';
import { getBoolean } from './probe.ts';

/** Whether the guarded code asks the environment what it offers: `await access(path)`, `require('optional')`, a flag set at the end. */
export function isExistenceProbe(source: Source, handler: ErrorHandler): boolean {
  const { guarded, body } = handler;
  if (handler.kind === 'promise-catch') return isLookup(source, handler);
  if (guarded?.type !== 'BlockStatement') return false;
  if (body?.type === 'BlockStatement' && turnsOff(body.body.at(-1)))
    return collectOwn(source, guarded, 'AwaitExpression').length === 0;
  if (isLeftOut(source, handler)) return true;
  const calls = collectOwn(source, guarded, 'CallExpression').filter((call) => !isLogged(call));
  if (asksForExistence(source, calls)) return true;
  if (calls.length === 0 && collectOwn(source, guarded, 'ImportExpression').length > 0) return true;
  return setsFlag(guarded.body.at(-1)) || isAssertion(guarded);
}

/** `log.debug(path)` */
function isLogged(call: Node): boolean {
  const { parent } = getOutermostExpression(call);
  return parent?.type === 'ExpressionStatement' && isLogStatement(parent);
}

/** Calls that only ask whether something is there. */
const existence =
  /(?:^|\.)(?:access|accessSync|checkAccess|which|whichSync|\w*[eE]xists(?:Sync)?)$|^require\.resolve$|^import\.meta\.resolve$|(?:^|[a-z])[rR]equire$/;

/** Calls that put the question, such as the path to look at, and those that read the answer. */
const beside =
  /^(?:path|posix|win32)\.\w+$|(?:^|\.)(?:join|dirname|basename|extname|relative|fileURLToPath|pathToFileURL|(?:de|en)code[A-Z]\w*|toString|trim)$/;

function asksForExistence(source: Source, calls: readonly TSESTree.CallExpression[]): boolean {
  const questions = calls.filter((call) => !beside.test(getDottedName(call.callee)) && !gathersAnswers(call));
  return questions.length > 0 && questions.every((call) => isQuestion(source, call));
}

/** `paths.push(require.resolve(name));` */
function gathersAnswers({ callee, arguments: answers }: TSESTree.CallExpression): boolean {
  if (!/^(?:push|add)$/.test(getLastName(getDottedName(callee)))) return false;
  return answers.length > 0 && answers.every((answer) => unwrapExpression(answer).type === 'CallExpression');
}

/** `const real = await realpath(path).catch(() => null); if (real === null) continue;`: what is looked up may not be there. */
function isLookup(source: Source, { guarded, host }: ErrorHandler): boolean {
  const call = guarded && unwrapExpression(guarded);
  if (call?.type !== 'CallExpression' || !looksUp.test(getDottedName(call.callee))) return false;
  const [variable] = source.scopeManager?.getDeclaredVariables(getStatement(host)) ?? [];
  const first = variable?.references.find((reference) => reference.isRead());
  return first !== undefined && isAskedFor(first.identifier);
}

/**
 * `for (const folder of folders) { let names; try { names = await readdir(folder); } catch { continue; } if (names.includes(name)) return folder; }`:
 * a search looks into a place that is not there. Where nothing is looked for, the place is missing in the result.
 */
function isLeftOut(source: Source, { guarded, host, body }: ErrorHandler): boolean {
  const [only, ...others] = guarded?.type === 'BlockStatement' ? guarded.body : [];
  const leaving = body?.type === 'BlockStatement' && body.body.length === 1 ? body.body[0] : undefined;
  if (leaving?.type !== 'ContinueStatement' || only?.type !== 'ExpressionStatement' || others.length > 0) return false;
  if (only.expression.type !== 'AssignmentExpression') return false;
  const call = unwrapExpression(only.expression.right);
  if (call.type !== 'CallExpression' || !looksInto.test(getDottedName(call.callee))) return false;
  const loop = host.parent?.parent;
  return loop ? collectOwn(source, loop, 'ReturnStatement').some(({ argument }) => argument !== null) : false;
}

const looksInto = /(?:^|\.)(?:readdir|opendir|l?stat|realpath|readlink)(?:Sync)?$/;

const looksUp = /(?:^|\.)(?:l?stat|realpath|readlink)$/;

function isQuestion(source: Source, call: TSESTree.CallExpression): boolean {
  const name = getDottedName(call.callee);
  return existence.test(name) || (looksAt.test(name) && isOnlyAsked(call)) || asksForVersion(source, call, name);
}

/** Calls that tell what lies at a path. */
const looksAt = /(?:^|\.)l?stat(?:Sync)?$/;

/** Whether nothing is kept of a result but whether there is one: `!!(await stat(path))`. */
function isOnlyAsked(call: Node): boolean {
  let value = getOutermostExpression(call);
  while (value.parent?.type === 'AwaitExpression') value = getOutermostExpression(value.parent);
  const { parent } = value;
  return parent?.type === 'ExpressionStatement' || (parent?.type === 'UnaryExpression' && parent.operator === '!');
}

const runs = /^(?:exec|execSync|execFile|execFileSync|spawnSync|execa|execaSync|execaCommand|execaCommandSync)$/;
const version = /['"`\s](?:--version|--help|-[vV])['"`\s]|['"`](?:which|where|command -v)['"`\s]/;

/** `execSync('git --version')`: whether a program is installed, and which. */
function asksForVersion(source: Source, call: TSESTree.CallExpression, name: string): boolean {
  return runs.test(getLastName(name)) && version.test(getText(source, call));
}

/** `try { new Intl.Segmenter(); supported = true; } catch {}` */
function setsFlag(last: Node | undefined): boolean {
  // `if (!(await exists(path))) { await move(path); moved = true; }`
  if (last?.type === 'IfStatement' && last.alternate === null && last.consequent.type === 'BlockStatement')
    return setsFlag(last.consequent.body.at(-1));
  if (last?.type !== 'ExpressionStatement' || last.expression.type !== 'AssignmentExpression') return false;
  const { left, right } = last.expression;
  return left.type === 'Identifier' && getBoolean(right) !== undefined;
}

/** `concatSupported = false;` */
function turnsOff(last: Node | undefined): boolean {
  if (last?.type !== 'ExpressionStatement' || last.expression.type !== 'AssignmentExpression') return false;
  const { left, right } = last.expression;
  return getBoolean(right) === false && /support|available/i.test(getLastName(getDottedName(left)));
}

const assertion = /^(?:assert|ensure|validate|check)[A-Z]/;

/** `try { ensureValid(id) } catch { return [] }` asks a question with an assertion. */
function isAssertion({ body }: TSESTree.BlockStatement): boolean {
  const [only] = body;
  if (body.length !== 1 || only?.type !== 'ExpressionStatement') return false;
  if (only.expression.type !== 'CallExpression') return false;
  const name = getDottedName(only.expression.callee);
  return name.startsWith('assert.') || assertion.test(getLastName(name));
}
