import {
  classifyThrow,
  defaultGenericErrors,
  describeThrowSite,
  findGenericErrors,
  isTestFile,
  isTypeScriptFile,
  type ErrorConstruction,
  type Failure,
  type Node,
  type Suggestion,
} from 'eslint-plugin-octollm/patterns';
import { addMembers } from './constructions/add-members.ts';
import { emptyPlan, type Change, type Leftover, type Plan, type TextEdit } from './engine/edit/change.ts';
import { getOption, type ChosenOptions, type CodemodOption } from './engine/transform/codemod-options.ts';
import type { SyntaxCodemod, SyntaxFile } from './engine/transform/codemod.ts';
import { getConfidence } from './throws/confidence.ts';
import { findDetails } from './throws/find-details.ts';
import { findFailures } from './throws/find-failures.ts';
import { findNameCheck } from './throws/find-name-check.ts';
import { findObstacle, isEmptyText, noMessage } from './throws/find-obstacle.ts';
import { findNonErrors } from './throws/find-non-errors.ts';
import { keepCause } from './throws/keep-cause.ts';
import { mayThrowPlain } from './throws/may-throw-plain.ts';

const minimumConfidence: CodemodOption<number> = {
  name: 'minimumConfidence',
  description: 'How sure the classifier must be of a class; a site below that is left and listed.',
  default: 0.7,
  range: [0, 1],
};

/** Takes the place of errors that say nothing. */
export const throwToHierarchy: SyntaxCodemod = {
  kind: 'syntax',
  hasIndependentSites: true,
  name: 'throw-to-hierarchy',
  description: 'Throws classes of the error hierarchy where a plain `Error` says nothing of what failed.',
  rules: ['no-generic-throw', 'only-throw-errors'],
  needles: mayThrowPlain,
  options: [minimumConfidence],
  plan: (file, chosen) =>
    isTestFile(file.relativePath, '.', file.settings.testGlobs) ? emptyPlan : plan(file, chosen),
};

function plan(file: SyntaxFile, chosen: ChosenOptions): Plan {
  const failures = findFailures(file);
  const sites = findSites(file, failures);
  const { texts, others } = findNonErrors(file, failures);
  if (sites.length + texts.length + others.length === 0) return emptyPlan;
  const least = getOption(chosen, minimumConfidence);
  const check = findNameCheck(file);
  const outcomes = [
    ...sites.map((site) => (check ? leaveToCheck(file, site, check) : planSite(file, site, least))),
    ...texts.map((text) => planText(file, text, least)),
    ...others.map(({ node, what }) =>
      leave(node, 'non-error', `${what} is no error: make one of a class, and keep the value in its details.`),
    ),
  ];
  return {
    changes: outcomes.filter(isChange),
    leftovers: outcomes.filter((outcome) => !isChange(outcome)),
  };
}

function isChange(outcome: Change | Leftover): outcome is Change {
  return 'edits' in outcome;
}

/** The errors that the rule reports, each once: one may be sent from several places. */
function findSites({ source }: SyntaxFile, failures: readonly Failure[]): ErrorConstruction[] {
  const sites = new Map<Node, ErrorConstruction>();
  for (const failure of failures)
    for (const site of findGenericErrors(source, failure, defaultGenericErrors)) sites.set(site.node, site);
  return [...sites.values()].sort((first, second) => first.node.range[0] - second.node.range[0]);
}

function planSite(file: SyntaxFile, construction: ErrorConstruction, least: number): Change | Leftover {
  const { node } = construction;
  const obstacle = findObstacle(file.source, construction, isTypeScriptFile(file.path));
  if (obstacle) return leave(node, obstacle.kind, obstacle.reason);
  return chooseClass(file, node, least, (best, confidence) => replaceClass(file, construction, best, confidence));
}

/** A text becomes the message of an error; its handlers can tell it apart now, but no longer by the text alone. */
function planText(file: SyntaxFile, text: Node, least: number): Change | Leftover {
  if (isEmptyText(text)) return leave(text, noMessage.kind, noMessage.reason);
  return chooseClass(file, text, least, (best, confidence) => {
    const request = file.imports.request(file.settings.errorModule, best.name);
    const [start, end] = text.range;
    return {
      kind: 'text',
      start,
      end,
      applicability: 'unsafe',
      confidence,
      reason: `A text has no stack and no class; \`${best.name}\` has both: ${describeReason(best)}.`,
      edits: [
        { start, end: start, text: `new ${request.local}(` },
        { start: end, end, text: ')' },
      ],
      imports: [request],
      releases: [],
    };
  });
}

function chooseClass(
  { source, settings, relativePath }: SyntaxFile,
  node: Node,
  least: number,
  write: (best: Suggestion, confidence: number) => Change,
): Change | Leftover {
  const suggestions = classifyThrow(describeThrowSite(node, source.text, relativePath), settings.catalog);
  const [best] = suggestions;
  if (!best)
    return leave(node, 'no-class', 'Nothing points to a class: choose one, or say in the message what failed.');
  const confidence = Math.round(getConfidence(suggestions) * 100) / 100;
  if (confidence < least) return leave(node, 'unsure', describeDoubt(suggestions, confidence, least));
  return write(best, confidence);
}

function describeReason({ reasons }: Suggestion): string {
  return reasons[0] ?? 'it is the closest class';
}

function leave({ range: [start, end] }: Node, kind: string, reason: string): Leftover {
  return { kind, start, end, reason };
}

function leaveToCheck({ source }: SyntaxFile, { node }: ErrorConstruction, check: Node): Leftover {
  const { line } = source.getLocFromIndex(check.range[0]);
  return leave(node, 'name-check', `Line ${line} tells errors apart by the name of \`Error\`: change that first.`);
}

function describeDoubt(suggestions: readonly Suggestion[], confidence: number, least: number): string {
  const names = suggestions.map(({ name }) => `\`${name}\``).join(' or ');
  return `The class is too unsure (${confidence}, at least ${least} is asked for): choose by hand, perhaps ${names}.`;
}

function replaceClass(file: SyntaxFile, construction: ErrorConstruction, best: Suggestion, confidence: number): Change {
  const { node } = construction;
  const request = file.imports.request(file.settings.errorModule, best.name);
  const prefix = node.type === 'CallExpression' ? 'new ' : '';
  const [start, end] = node.callee.range;
  return {
    kind: 'class',
    start: node.range[0],
    end: node.range[1],
    // The message and `instanceof Error` stay, but the error gets another name, a code and a status, which handlers may answer with.
    applicability: 'unsafe',
    confidence,
    reason: `\`${best.name}\` tells callers what failed: ${describeReason(best)}.`,
    edits: [{ start, end, text: `${prefix}${request.local}` }, ...addOptions(file, construction, best.name)],
    imports: [request],
    releases: [],
  };
}

/** Keeps the caught error, and hands values of the message on as details where the class has them. */
function addOptions(file: SyntaxFile, construction: ErrorConstruction, className: string): readonly TextEdit[] {
  const { node } = construction;
  const cause = keepCause(file, construction);
  const details = writeDetails(file, node.arguments, className);
  const members = [...(cause ? [cause.member] : []), ...details];
  const [message, options] = node.arguments;
  if (!message || members.length === 0) return [];
  const edit = addMembers(file, { message, options, end: node.range[1] }, members);
  return edit ? [edit, ...(cause?.edits ?? [])] : [];
}

function writeDetails(file: SyntaxFile, [message, options]: readonly Node[], className: string): string[] {
  const { source, settings, style } = file;
  // The details of the catalogue are the type of the runtime's own classes; what others take, nobody knows here.
  if (!message || !/^@octollm\/errors(?:\/|$)/.test(settings.errorModule)) return [];
  if (options && !(options.type === 'ObjectExpression' && !source.getText(options).includes('details'))) return [];
  const found = findDetails(source, message, className, settings, isTypeScriptFile(file.path));
  const members = found.map(({ key, value }) => {
    const text = source.getText(value);
    return text === key ? key : `${key}: ${text}`;
  });
  return members.length > 0 ? [`details: {${style.bracketSpace}${members.join(', ')}${style.bracketSpace}}`] : [];
}
