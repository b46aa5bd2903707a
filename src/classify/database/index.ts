export { classifyDatabase, databaseRules } from './classify-database.ts';
