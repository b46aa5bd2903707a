import { createClassifier, type CallClassifier } from '../create-classifier.ts';
import type { Rule } from '../rule.ts';
import { byPostgresClient } from './by-postgres-client.ts';
import { byRedisReply } from './by-redis-reply.ts';
import { bySqlState } from './by-sql-state.ts';

/** Lists the rules for PostgreSQL, MySQL and Redis, for a classifier of your own. */
export const databaseRules: readonly Rule[] = [bySqlState, byRedisReply, byPostgresClient];

/**
 * Says what a failed call of a database means and what to do about it: `classify` with SQLSTATEs and the replies of Redis.
 *
 * @param thrown Any value.
 * @param options The signals of the call.
 */
export const classifyDatabase: CallClassifier = createClassifier({ rules: databaseRules });
