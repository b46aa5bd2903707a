import { relative } from 'node:path';
import type { Change, Leftover, Plan } from '../engine/edit/change.ts';
import type { SyntaxFile } from '../engine/transform/codemod.ts';
import { findNewTypeErrors, type NewTypeError } from '../typed/new-type-errors.ts';
import type { TypedProject } from '../typed/typed-codemod.ts';
import { findLicence } from './find-licence.ts';
import { findExportedNames, getSpecifier } from './module-place.ts';
import type { PlannedSite } from './plan-entry.ts';
import { getPolicy, type Policy, type UsualTimeouts } from './policy.ts';
import { writePolicyModule } from './policy-module.ts';
import { wrapCall, wrapClient } from './wrap-call.ts';

/** A call with what was decided about it. */
export interface DecidedSite extends PlannedSite {
  /** Whether a person has seen the plan of it. */
  readonly isDecided: boolean;
}

/** What becomes of one call. */
interface SiteResult {
  readonly path: string;
  readonly result: { readonly change: Change; readonly policy: Policy } | { readonly leftover: Leftover };
}

/** What becomes of all calls, and of the module that guards them. */
export interface ResilienceChanges {
  readonly files: ReadonlyMap<string, Plan>;
  /** The text of the module for those changes that are made; undefined when it is there already or nothing needs it. */
  readonly writeModule: (applied: readonly Change[]) => string | undefined;
}

/** Plans to guard calls with the policies of a module, and leaves those that would not type-check. */
export function planChanges(typed: TypedProject, sites: readonly DecidedSite[], modulePath: string): ResilienceChanges {
  const usual: UsualTimeouts = new Map();
  const existing = findExportedNames(modulePath, typed.project);
  const results = sites.flatMap((site): SiteResult[] => {
    const file = typed.getFile(site.path);
    if (!file) return [];
    if (!site.entry.wrap) return [leave(site, 'left', `Left as it is: ${site.entry.reason}.`)];
    const policy = getPolicy(site.entry, site.site.kind === 'client', usual);
    if (existing && !existing.has(policy.name))
      return [
        leave(
          site,
          'module-exists',
          `\`${relative(site.folder, modulePath)}\` is there already and has no \`${policy.name}\`: add it there.`,
        ),
      ];
    return [{ path: site.path, result: { change: planChange(site, policy, file, modulePath, typed), policy } }];
  });
  const writeModule = (applied: readonly Change[]): string | undefined => {
    const policies = results.flatMap(({ result }) =>
      'policy' in result && isUsed(result.policy, applied) ? [result.policy] : [],
    );
    const [first] = sites;
    const model = first && typed.getFile(first.path);
    if (existing || policies.length === 0 || !model) return undefined;
    const unique = new Map(policies.map((policy) => [policy.name, policy]));
    return writePolicyModule([...unique.values()], {
      style: model.style,
      licence: findLicence(model.source.text),
      isTyped: modulePath.endsWith('.ts'),
    });
  };
  return { files: groupByFile(dropMisfits(typed, results, modulePath, writeModule)), writeModule };
}

function isUsed({ name }: Policy, applied: readonly Change[]): boolean {
  return applied.some(({ imports }) => imports.some((request) => request.name === name));
}

function planChange(
  { site, path, entry, isDecided }: DecidedSite,
  { name }: Policy,
  file: SyntaxFile,
  modulePath: string,
  { project }: TypedProject,
): Change {
  const specifier = getSpecifier(path, modulePath, file.source.text, project.getCompilerOptions());
  const request = file.imports.request(specifier, name);
  const edits =
    site.kind === 'client'
      ? wrapClient(site, request.local, entry.timeoutMs, file.style)
      : wrapCall(site, request.local, file.style);
  const decided = isDecided ? '' : ' Nobody has looked at this plan yet: `octollm migrate --plan` writes it down.';
  return {
    kind: site.kind === 'client' ? 'guard-client' : 'guard-call',
    start: site.node.getStart(),
    end: site.node.getEnd(),
    // Time limits and open circuits are errors that were not there before: somebody has to want them.
    applicability: isDecided ? 'safe' : 'unsafe',
    confidence: 0.9,
    reason: `\`${entry.client}\` calls \`${entry.service}\` unguarded: it gets ${entry.reason}.${decided}`,
    edits,
    imports: [request],
    releases: [],
  };
}

function leave({ site: { node }, path }: PlannedSite, kind: string, reason: string): SiteResult {
  return { path, result: { leftover: { kind, start: node.getStart(), end: node.getEnd(), reason } } };
}

/** A closure forgets what the code around it knows of a variable, and a library may want more than a promise. */
function dropMisfits(
  typed: TypedProject,
  results: readonly SiteResult[],
  modulePath: string,
  writeModule: (applied: readonly Change[]) => string | undefined,
): readonly SiteResult[] {
  const changes = new Map<string, Change[]>();
  for (const { path, result } of results)
    if ('change' in result) changes.set(path, [...(changes.get(path) ?? []), result.change]);
  const text = writeModule([...changes.values()].flat());
  const newFiles = new Map(text === undefined ? [] : [[modulePath, text]]);
  const errors = changes.size > 0 ? findNewTypeErrors(typed, changes, { newFiles }) : [];
  return results.map((given) => {
    if (!('change' in given.result)) return given;
    const { start, end } = given.result.change;
    const culprit = errors.find((error) => error.path === given.path && isToBlame(given, error, results, typed));
    if (!culprit) return given;
    const reason = `Guarded it would not type-check: ${culprit.message} Guard it by hand.`;
    return { path: given.path, result: { leftover: { kind: 'type-conflict', start, end, reason } } };
  });
}

/** An error comes of the calls on its lines; one that is on the lines of none may come of any. */
function isToBlame(
  given: SiteResult,
  { path, offset }: NewTypeError,
  results: readonly SiteResult[],
  { getFile }: TypedProject,
): boolean {
  const text = getFile(path)?.source.text ?? '';
  const isNear = (other: SiteResult): boolean => {
    if (other.path !== path || !('change' in other.result)) return false;
    const { start, end } = other.result.change;
    const lineEnd = text.indexOf('\n', end);
    return offset > text.lastIndexOf('\n', start) && (lineEnd === -1 || offset < lineEnd);
  };
  return isNear(given) || !results.some(isNear);
}

function groupByFile(results: readonly SiteResult[]): ReadonlyMap<string, Plan> {
  const files = new Map<string, { changes: Change[]; leftovers: Leftover[] }>();
  for (const { path, result } of results) {
    const plan = files.get(path) ?? { changes: [], leftovers: [] };
    files.set(path, plan);
    if ('change' in result) plan.changes.push(result.change);
    else plan.leftovers.push(result.leftover);
  }
  return files;
}
