import { join } from 'node:path';
import { getOption, type ChosenOptions, type CodemodOption } from './engine/transform/codemod-options.ts';
import { findSites } from './resilience/find-sites.ts';
import { findModulePath } from './resilience/module-place.ts';
import { planChanges, type ResilienceChanges } from './resilience/plan-changes.ts';
import type { PlannedSite } from './resilience/plan-entry.ts';
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
  const packages = groupByPackage(findSites(typed));
  if (getOption(options, planOnly)) {
    const plans = [...packages].map(([folder, sites]): [string, string] => [
      join(folder, planFileName),
      formatPlan(sites.map(({ entry }) => entry)),
    ]);
    return { files: new Map(), createFiles: () => new Map(plans) };
  }
  const guarded = [...packages].map(([folder, sites]) => guardPackage(typed, folder, sites));
  return {
    files: new Map(guarded.flatMap(({ files }) => [...files])),
    createFiles: (applied) =>
      new Map(guarded.flatMap(({ modulePath, writeModule }) => toEntries(modulePath, writeModule(applied)))),
  };
}

/** By the folder of the `package.json`: each package has a plan and a module of its own. */
function groupByPackage(sites: readonly PlannedSite[]): ReadonlyMap<string, PlannedSite[]> {
  const packages = new Map<string, PlannedSite[]>();
  for (const site of sites) {
    const group = packages.get(site.folder);
    if (group) group.push(site);
    else packages.set(site.folder, [site]);
  }
  return packages;
}

function guardPackage(
  typed: TypedProject,
  folder: string,
  sites: readonly PlannedSite[],
): ResilienceChanges & { readonly modulePath: string } {
  const plan = readPlan(folder);
  const decided = plan ? applyPlan(sites, plan) : sites.map((site) => ({ ...site, isDecided: false }));
  const modulePath = findModulePath(
    folder,
    sites.map(({ path }) => path),
  );
  const outside = decided.filter(({ path }) => path !== modulePath);
  return { ...planChanges(typed, outside, modulePath), modulePath };
}

function toEntries(path: string, text: string | undefined): readonly (readonly [string, string])[] {
  return text === undefined ? [] : [[path, text]];
}
