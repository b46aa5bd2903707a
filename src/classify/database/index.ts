/**
 * Classifies what the clients of PostgreSQL, MySQL and Redis throw.
 *
 * @module
 */

export { classifyDatabase, databaseRules } from './classify-database.ts';
