import { serveMigration } from '../migrate/serve-migration.ts';
import { registry } from '../migrate/registry.ts';

/** Entry point of a worker process: runs the codemods of syntax over the files that the parent sends. */
serveMigration(registry);
