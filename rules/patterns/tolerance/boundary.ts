import { getDottedName, getLastName } from '../dotted-name.ts';
import { getFunctionName } from '../function-name.ts';
import type { ErrorHandler } from '../handlers/error-handler.ts';
import { getEnclosingFunction, getText, isFunction, type FunctionNode, type Node, type Source } from '../source.ts';
import { isIsolation } from './isolation.ts';
import { hasNoCaller, isEntryPoint, isFireAndForget } from './entry-point.ts';

/**
 * Whether a handler stands where a request, a message, a command or a turn of a loop ends, so that nobody is left to whom an unexpected
 * error could go: catching all is the task there.
 */
export function isBoundary(source: Source, handler: ErrorHandler): boolean {
  if (isEntryPoint(handler) || isFireAndForget(handler) || hasNoCaller(source, handler) || isIsolation(source, handler))
    return true;
  if (isInForeverLoop(handler.host)) return true;
  for (let owner = getEnclosingFunction(handler.host); owner; owner = getEnclosingFunction(owner))
    if (answersRequest(owner) || isNamedForBoundary(owner) || isRegistered(owner)) return true;
  return handler.body !== null && answers.test(getText(source, handler.body));
}

/** `res.status(500)`, `reply.code(…)`, `ctx.body = …`, `new Response(…)`, `process.exitCode = 1` */
const answers =
  /\b(?:res|resp|response|reply|ctx|context|c)\.(?:status|sendStatus|send|json|end|code|body|writeHead|render|fail|throw)\b|\bnew (?:Next)?Response\b|\bResponse\.json\b|\bexitCode\b|\bsetFailed\b/;

/** `(req, res) => …`, `async (ctx) => …` */
function answersRequest({ params }: FunctionNode): boolean {
  const names = params.map((parameter) => (parameter.type === 'Identifier' ? parameter.name : ''));
  return (
    names.some((name) => /^_?(?:req|request|ctx|context|job|message|msg|event|evt)$/.test(name)) && names.length <= 4
  );
}

const boundaryName =
  /^_?#?(?:main|run|start|serve|listen|poll|tick|loop|worker|consume|process(?:Next|Queue|Job|Message|Event)?|handle\w*|on[A-Z]\w*|execute(?:Command)?|middleware|bootstrap|cli|GET|POST|PUT|PATCH|DELETE)$|(?:Handler|Middleware|Worker|Consumer|Listener|Loop|Controller|Command)$/;

function isNamedForBoundary(owner: FunctionNode): boolean {
  return boundaryName.test(getFunctionName(owner) ?? '');
}

/** `app.get('/path', async () => …)`, `queue.process(…)`, `program.action(…)`, `test('…', …)` */
function isRegistered(owner: FunctionNode): boolean {
  const { parent } = owner;
  if (parent.type !== 'CallExpression' || parent.callee === owner) return false;
  return /^(?:get|post|put|patch|delete|all|use|route|process|action|command|handle|tool|registerTool|mutation|query|procedure|schedule|cron|it|test|describe|beforeEach|afterEach|beforeAll|afterAll|bench|createServer)$/.test(
    getLastName(getDottedName(parent.callee)),
  );
}

/** `while (true)`, `for (;;)`, `while (this.running)`: the next turn tries again. */
function isInForeverLoop(host: Node): boolean {
  for (let current = host.parent; current && !isFunction(current); current = current.parent)
    if (
      current.type === 'WhileStatement' ||
      current.type === 'DoWhileStatement' ||
      (current.type === 'ForStatement' && !current.test)
    )
      return true;
  return false;
}
