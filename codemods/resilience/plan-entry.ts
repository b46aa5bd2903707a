import { relative, sep } from 'node:path';
import { ts, type Node } from 'ts-morph';
import { findGuard } from './find-guard.ts';
import type { ClientName, OutgoingSite, Repetition } from './outgoing-call.ts';
import { nameService } from './service-name.ts';

/** What is to become of one call: a row of `octollm.resilience.json`, for a person to read and change. */
export interface PlanEntry {
  /** Relative to the folder of the plan, with forward slashes. */
  readonly file: string;
  /** Where it was when the plan was made; a call is found again by its file, its client, its operation and their order. */
  readonly line: number;
  readonly client: ClientName;
  readonly operation: string;
  /** Whether it is guarded. */
  readonly wrap: boolean;
  /** Why it is left, or what guards it. */
  readonly reason: string;
  /** Names the breaker: calls of one service open and close it together. */
  readonly service: string;
  /** How long one attempt may take, in milliseconds. */
  readonly timeoutMs: number;
  readonly retry: Repetition;
}

/** A call that was found, with what is planned for it. */
export interface PlannedSite {
  readonly site: OutgoingSite;
  /** Absolute path of its file. */
  readonly path: string;
  /** The folder of its package, where the plan stands. */
  readonly folder: string;
  readonly entry: PlanEntry;
}

/** What one attempt of each client may take, in milliseconds, when nobody says otherwise. */
const timeouts: Readonly<Record<ClientName, number>> = {
  fetch: 10_000,
  axios: 10_000,
  got: 10_000,
  openai: 60_000,
  anthropic: 60_000,
  pg: 10_000,
  redis: 2_000,
  ioredis: 2_000,
};

/** Proposes what to do with a call; undefined for one that a policy of the runtime guards. */
export function proposeEntry(site: OutgoingSite, path: string, folder: string): PlannedSite | undefined {
  const { client, node, operation, repetition } = site;
  const guard = findGuard(node);
  if (guard?.isOurs) return undefined;
  const obstacle = site.obstacle ?? guard?.reason ?? findObstacle(node);
  const entry: PlanEntry = {
    file: relative(folder, path).split(sep).join('/'),
    line: node.getStartLineNumber(),
    client,
    operation,
    wrap: obstacle === undefined,
    reason: obstacle ?? describeGuard(site),
    service: nameService(site),
    timeoutMs: timeouts[client],
    retry: repetition,
  };
  return { site, path, folder, entry };
}

const guards: Readonly<Record<Repetition, string>> = {
  idempotent: 'time limit, breaker, and another attempt when it fails of something that passes',
  'not-sent': 'time limit, breaker, and another attempt only when it was certainly not sent',
  never: 'time limit and breaker, no further attempt',
};

function describeGuard({ kind, repetition }: OutgoingSite): string {
  return kind === 'client' ? 'breaker and time limit; the client repeats requests itself' : guards[repetition];
}

function findObstacle(node: Node): string | undefined {
  const steps = node.getDescendantsOfKind(ts.SyntaxKind.YieldExpression);
  return steps.length > 0 ? 'its arguments wait for a generator' : undefined;
}
