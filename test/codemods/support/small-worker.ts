import { serveMigration } from '../../../codemods/engine/migrate/serve-migration.ts';
import { smallCodemods } from './small-codemods.ts';

serveMigration(smallCodemods);
