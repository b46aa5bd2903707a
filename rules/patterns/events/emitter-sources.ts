import type { TSESTree } from '@typescript-eslint/utils';
import { getPropertyName } from '../dotted-name.ts';
import { getImportedName } from '../imported-name.ts';
import { onceAFile } from '../once-a-file.ts';
import { isFunction, type Node, type Source } from '../source.ts';
import { unwrapExpression } from '../unwrap-expression.ts';

/** What emits its failures as `error` events, by what it is. */
export const emitterKinds = ['stream', 'process', 'socket', 'request', 'worker', 'client', 'server'] as const;

export type EmitterKind = (typeof emitterKinds)[number];

/** The exports of Node and of well-known packages that make an emitter; an `error` event without a listener ends the process. */
const makers: Readonly<Record<EmitterKind, readonly string[]>> = {
  stream: [
    'fs.createReadStream',
    'fs.createWriteStream',
    'zlib.createGunzip',
    'zlib.createInflate',
    'zlib.createUnzip',
  ],
  process: ['child_process.spawn', 'child_process.fork', 'child_process.exec', 'child_process.execFile', 'cross-spawn'],
  socket: [
    'net.connect',
    'net.createConnection',
    'net.Socket',
    'tls.connect',
    'dgram.createSocket',
    'http2.connect',
    'ws',
    'ws.WebSocket',
  ],
  request: ['http.request', 'http.get', 'https.request', 'https.get'],
  worker: ['worker_threads.Worker'],
  client: ['redis.createClient', 'pg.Pool', 'chokidar.watch'],
  server: [
    'net.createServer',
    'http.createServer',
    'https.createServer',
    'http2.createServer',
    'ws.WebSocketServer',
    'ws.Server',
  ],
};

const kindsByMaker = new Map<string, EmitterKind>(
  emitterKinds.flatMap((kind) => makers[kind].map((maker): [string, EmitterKind] => [maker, kind])),
);

/** Names that a call needs before anything is looked up; those of default exports are the importer's own. */
const ownNames = ['spawn', 'crossSpawn', 'WebSocket', 'Ws', 'WS'];
const lastNames = new Set([
  ...ownNames,
  ...[...kindsByMaker.keys()].map((maker) => maker.slice(maker.lastIndexOf('.') + 1)),
]);

const moduleNames = new Set([...kindsByMaker.keys()].map((maker) => maker.replace(/\..*/, '')));
const modules = new RegExp(`['"\`](?:node:)?(?:${[...moduleNames].join('|')})['"\`]`);

/** `map.get(…)` and `pattern.exec(…)` bear such names too; a file without the modules needs no look at its scopes. */
const bringsMakers: (source: Source) => boolean = onceAFile(({ text }) => modules.test(text));

/** The expression that makes an emitter: a call, or `new` with a class. */
export type EmitterMaker = TSESTree.CallExpression | TSESTree.NewExpression;

/** What a node makes, when it makes an emitter that is known by its import. */
export function getEmitterKind(source: Source, node: Node): EmitterKind | undefined {
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return undefined;
  const callee = unwrapExpression(node.callee);
  const last = callee.type === 'Identifier' ? callee.name : getPropertyName(callee);
  if (last === undefined || !lastNames.has(last) || !bringsMakers(source)) return undefined;
  const name = getImportedName(source, callee);
  if (name === undefined || (/\.exec(?:File)?$/.test(name) && takesCallback(node))) return undefined;
  return kindsByMaker.get(name);
}

/** `exec(command, callback)` tells its callback; what a name stands for may be one. */
function takesCallback({ arguments: [first, ...rest] }: EmitterMaker): boolean {
  const last = rest.at(-1);
  return (
    first !== undefined &&
    (isFunction(last) || /^(?:Identifier|MemberExpression|CallExpression)$/.test(last?.type ?? ''))
  );
}
