import { join } from 'node:path';
import { emptyPlan } from './engine/edit/change.ts';
import { getOption, type ChosenOptions, type CodemodOption } from './engine/transform/codemod-options.ts';
import { findSites } from './resilience/find-sites.ts';
import { findModulePath } from './resilience/module-place.ts';
import { planChanges, type DecidedSite } from './resilience/plan-changes.ts';
import { applyPlan, formatPlan, planFileName, readPlan } from './resilience/plan-file.ts';
import type { ProjectPlan, TypedCodemod, TypedProject } from './typed/typed-codemod.ts';

const planOnly: CodemodOption<boolean> = {
  name: 'plan',
  description:
    'Writes `octollm.resilience.json`, a table of all calls to look at and to change, instead of guarding them.',
  default: false,
};

/** Guards calls that leave the process: by a time limit, a breaker for each service, and retries where they do no harm. */
export const injectResilience: TypedCodemod = {
  name: 'inject-resilience',
  kind: 'typed',
  description:
    'Guards calls of `fetch`, axios, got, OpenAI, Anthropic, pg and Redis by time limits, breakers and retries.',
  rules: [],
  needles:
    /\bfetch\s*\(|['"](?:axios|got|openai|@anthropic-ai\/sdk|pg|redis|@redis\/client|ioredis)['"]|\.query\s*\(|\bredis\w*\b/i,
  options: [planOnly],
  plan: planProject,
};

function planProject(typed: TypedProject, options: ChosenOptions): ProjectPlan {
  const sites = findSites(typed);
  if (sites.length === 0) return { files: new Map() };
  if (getOption(options, planOnly)) {
    const text = formatPlan(sites.map(({ entry }) => entry));
    const files = new Map(sites.map(({ path }) => [path, emptyPlan]));
    return { files, createFiles: () => new Map([[join(typed.folder, planFileName), text]]) };
  }
  const plan = readPlan(typed.folder);
  const decided: readonly DecidedSite[] = plan
    ? applyPlan(sites, plan)
    : sites.map((site) => ({ ...site, isDecided: false }));
  const isTyped = sites.some(({ path }) => !/\.[cm]?jsx?$/.test(path));
  const modulePath = findModulePath(typed.folder, isTyped);
  const { files, writeModule } = planChanges(
    typed,
    decided.filter(({ path }) => path !== modulePath),
    modulePath,
  );
  return {
    files,
    createFiles: (applied) => {
      const text = writeModule(applied);
      return new Map(text === undefined ? [] : [[modulePath, text]]);
    },
  };
}
