import { Node, type CallExpression, type Expression } from 'ts-morph';
import { findOrigin } from './library.ts';
import type { ClientName, OutgoingSite, Repetition } from './outgoing-call.ts';

/** Recognises queries of a pool of pg and commands of the Redis clients. */
export function recognizeDatabaseCall(node: CallExpression): OutgoingSite | undefined {
  const callee = node.getExpression();
  if (!Node.isPropertyAccessExpression(callee)) return undefined;
  const operation = callee.getName();
  const isKnown = operation === 'query' || reads.has(operation) || writes.has(operation) || lasting.has(operation);
  const origin = isKnown ? findOrigin(callee.getExpression()) : undefined;
  if (!origin) return undefined;
  if (origin.module === 'pg' && operation === 'query') return describeQuery(node, origin.typeName);
  const client = isChain(callee.getExpression()) ? undefined : redisClients.get(origin.module);
  return client && describeCommand(node, client, operation);
}

/** The commands of a transaction or a batch are sent together, when it is executed. */
function isChain(receiver: Expression): boolean {
  return (
    /\.(?:multi|pipeline|batch)\s*\(/.test(receiver.getText()) ||
    /Chainable|Multi|Pipeline/.test(receiver.getType().getText())
  );
}

const redisClients: ReadonlyMap<string, ClientName> = new Map([
  ['ioredis', 'ioredis'],
  ['redis', 'redis'],
  ['@redis/client', 'redis'],
]);

function describeQuery(node: CallExpression, typeName: string): OutgoingSite {
  const [sql, ...others] = node.getArguments();
  const hasCallback = others.some((argument) => Node.isArrowFunction(argument) || Node.isFunctionExpression(argument));
  return {
    kind: 'call',
    client: 'pg',
    node,
    operation: 'query',
    repetition: isRead(sql) ? 'idempotent' : 'not-sent',
    signal: undefined,
    obstacle: hasCallback
      ? 'it answers by a callback: let it return a promise first'
      : typeName === 'Pool'
        ? undefined
        : 'one connection may be inside of a transaction, which is repeated as a whole or not at all',
  };
}

/** A statement that begins with SELECT and calls nothing that could write or lock. */
function isRead(sql: Node | undefined): boolean {
  const text =
    Node.isStringLiteral(sql) || Node.isNoSubstitutionTemplateLiteral(sql) || Node.isTemplateExpression(sql)
      ? sql.getText().slice(1)
      : '';
  return (
    /^\s*select\b/i.test(text) &&
    !/\b(?:for\s+(?:update|share)|nextval|setval|pg_advisory|insert|update|delete)\b/i.test(text)
  );
}

const reads: ReadonlySet<string> = new Set(
  'get mget exists ttl pttl type strlen hget hgetall hmget hkeys hvals hlen hexists hGet hGetAll hmGet hKeys hVals hLen hExists lrange lRange llen lLen smembers sMembers sismember sIsMember scard sCard zrange zRange zscore zScore zcard zCard scan ping mGet'.split(
    ' ',
  ),
);
const writes: ReadonlySet<string> = new Set(
  'set setex setEx setnx setNX del unlink expire pexpire incr incrby incrBy decr decrby decrBy hset hSet hdel hDel hincrby hIncrBy lpush lPush rpush rPush lpop lPop rpop rPop sadd sAdd srem sRem zadd zAdd zrem zRem publish'.split(
    ' ',
  ),
);
const lasting: ReadonlyMap<string, string> = new Map([
  ['multi', 'a transaction is repeated as a whole or not at all'],
  ['subscribe', 'a subscription lasts'],
  ['psubscribe', 'a subscription lasts'],
  ['pSubscribe', 'a subscription lasts'],
]);

function describeCommand(node: CallExpression, client: ClientName, operation: string): OutgoingSite | undefined {
  const obstacle = lasting.get(operation);
  const isRead = reads.has(operation);
  if (obstacle === undefined && !isRead && !writes.has(operation)) return undefined;
  // ioredis sends a command again after each reconnection.
  const repetition: Repetition = client === 'ioredis' ? 'never' : isRead ? 'idempotent' : 'not-sent';
  return { kind: 'call', client, node, operation, repetition, signal: undefined, obstacle };
}
