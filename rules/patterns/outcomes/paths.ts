import type { TSESTree } from '@typescript-eslint/utils';
import { mentionsError, type ProvenanceContext } from '../provenance.ts';
import type { Node } from '../source.ts';
import { getErrorTruth, getNarrowing } from './narrowing.ts';
import { observation, observe } from './observation.ts';
import type { PathExit } from './outcome.ts';
import { isTerminator } from './terminator.ts';

/** One way through a handler's body: where it leaves and what it had seen of the error by then. */
export interface Path {
  readonly exit: PathExit;
  readonly flags: number;
  readonly node: Node;
  /** The value that a `return` or `throw` carries. */
  readonly value: Node | null;
}

interface Walk {
  readonly context: ProvenanceContext;
  readonly body: Node;
  /** Whether the error may be absent (error-first callbacks), so that tests of it decide the way. */
  readonly isConditional: boolean;
  readonly paths: Path[];
  /** Targets of `break` and `continue` that lie inside the body. */
  readonly loops: (string | null)[];
}

/** States that reach the next statement; empty when no path does. */
type States = ReadonlySet<number>;

/**
 * Enumerates the ways through a body by abstract interpretation: a state is the set of observations made so far, so the
 * number of paths stays small whatever the nesting. Loops run once, and an inner `try` is followed on its way without failure.
 */
export function enumeratePaths(context: ProvenanceContext, body: Node, isConditional: boolean): Path[] {
  const state: Walk = { context, body, isConditional, paths: [], loops: [] };
  const start: States = new Set([observation.none]);
  if (body.type !== 'BlockStatement' && !/Statement$|Declaration$/.test(body.type)) {
    addExits(state, evaluate(state, start, body), 'return', body, body);
    return state.paths;
  }
  addExits(state, run(state, start, body), 'end', body, null);
  return state.paths;
}

function run(state: Walk, entry: States, statement: Node): States {
  if (entry.size === 0) return entry;
  switch (statement.type) {
    case 'BlockStatement':
      return runAll(state, entry, statement.body);
    case 'ExpressionStatement':
      return isTerminator(statement.expression)
        ? leave(state, evaluate(state, entry, statement.expression), 'exit', statement, null)
        : evaluate(state, entry, statement.expression);
    case 'VariableDeclaration':
      return statement.declarations.reduce<States>(
        (states, declaration) => (declaration.init ? evaluate(state, states, declaration.init) : states),
        entry,
      );
    case 'ReturnStatement': {
      const states = statement.argument ? evaluate(state, entry, statement.argument) : entry;
      return leave(state, states, 'return', statement, statement.argument);
    }
    case 'ThrowStatement':
      return leave(state, entry, 'throw', statement, statement.argument);
    case 'ContinueStatement':
    case 'BreakStatement':
      return jump(state, entry, statement);
    case 'IfStatement':
      return runIf(state, entry, statement);
    case 'SwitchStatement':
      return runSwitch(state, entry, statement);
    case 'TryStatement':
      return runTry(state, entry, statement);
    case 'LabeledStatement':
      return inLoop(state, statement.label.name, () => run(state, entry, statement.body));
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'ForStatement':
      return inLoop(state, null, () =>
        run(state, statement.test ? evaluate(state, entry, statement.test) : entry, statement.body),
      );
    case 'ForOfStatement':
    case 'ForInStatement':
      return inLoop(state, null, () => run(state, evaluate(state, entry, statement.right), statement.body));
    default:
      return entry;
  }
}

function runAll(state: Walk, entry: States, statements: readonly Node[]): States {
  return statements.reduce<States>((states, statement) => run(state, states, statement), entry);
}

function runIf(state: Walk, entry: States, statement: TSESTree.IfStatement): States {
  const truth = state.isConditional ? getErrorTruth(state.context, statement.test) : undefined;
  const tested = evaluate(state, entry, statement.test);
  if (truth === true) return run(state, tested, statement.consequent);
  if (truth === false) return statement.alternate ? run(state, tested, statement.alternate) : tested;
  const narrowing = getNarrowing(state.context, statement.test);
  const whenTrue = run(state, mark(tested, narrowing.whenTrue), statement.consequent);
  if (statement.alternate) return union(whenTrue, run(state, mark(tested, narrowing.whenFalse), statement.alternate));
  // `if (this.onError) this.onError(error)`: a guard that does not ask about the error does not make its use optional.
  const isAboutError = mentionsError(state.context, statement.test);
  if (!isAboutError && whenTrue.size > 0) return whenTrue;
  return union(whenTrue, mark(tested, narrowing.whenFalse));
}

function runSwitch(state: Walk, entry: States, statement: TSESTree.SwitchStatement): States {
  const isAboutError = mentionsError(state.context, statement.discriminant);
  const tested = evaluate(state, entry, statement.discriminant);
  return inLoop(state, null, () => {
    let through: States = new Set();
    let hasDefault = false;
    for (const branch of statement.cases) {
      if (!branch.test) hasDefault = true;
      const isNarrowed = branch.test !== null && (isAboutError || mentionsError(state.context, branch.test));
      through = runAll(state, union(through, mark(tested, isNarrowed)), branch.consequent);
    }
    return hasDefault ? through : union(through, tested);
  });
}

function runTry(state: Walk, entry: States, statement: TSESTree.TryStatement): States {
  let through = run(state, entry, statement.block);
  // What the inner handler does is judged on its own; here it goes on with what the block has seen by its end.
  if (statement.handler) through = union(through, run(state, through, statement.handler.body));
  return statement.finalizer ? run(state, through, statement.finalizer) : through;
}

function inLoop(state: Walk, label: string | null, body: () => States): States {
  state.loops.push(label);
  const before = state.paths.length;
  const through = new Set(body());
  state.loops.pop();
  // Jumps to this loop were recorded as paths with the exit `end`: they go on after it.
  for (let index = state.paths.length - 1; index >= before; index--) {
    const path = state.paths[index];
    if (path?.exit === 'end') {
      through.add(path.flags);
      state.paths.splice(index, 1);
    }
  }
  return through;
}

function jump(state: Walk, entry: States, statement: TSESTree.BreakStatement | TSESTree.ContinueStatement): States {
  const label = statement.label?.name ?? null;
  const isInside = label === null ? state.loops.length > 0 : state.loops.includes(label);
  const exit = statement.type === 'BreakStatement' ? 'break' : 'continue';
  return leave(state, entry, isInside ? 'end' : exit, statement, null);
}

function evaluate(state: Walk, entry: States, expression: Node): States {
  const flags = observe(state.context, expression, state.body);
  return flags === 0 ? entry : new Set([...entry].map((state) => state | flags));
}

function mark(states: States, isDiscriminated: boolean): States {
  return isDiscriminated ? new Set([...states].map((state) => state | observation.discriminated)) : states;
}

function union(first: States, second: States): States {
  return new Set([...first, ...second]);
}

function leave(state: Walk, states: States, exit: PathExit, node: Node, value: Node | null): States {
  addExits(state, states, exit, node, value);
  return new Set();
}

function addExits(state: Walk, states: States, exit: PathExit, node: Node, value: Node | null): void {
  for (const flags of states) state.paths.push({ exit, flags, node, value });
}
