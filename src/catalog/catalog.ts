import { access } from './access.ts';
import type { CatalogEntry } from './catalog-entry.ts';
import { external } from './external.ts';
import { infrastructure } from './infrastructure.ts';
import { input } from './input.ts';
import { internal } from './internal.ts';
import { limits } from './limits.ts';
import { resource } from './resource.ts';
import { roots } from './roots.ts';
import { system } from './system.ts';
import { validation } from './validation.ts';

/** Lists every error class of the OctoLLM standard, parents before children. */
export const catalog: readonly CatalogEntry[] = [
  ...roots,
  ...validation,
  ...input,
  ...access,
  ...resource,
  ...limits,
  ...system,
  ...internal,
  ...infrastructure,
  ...external,
];
