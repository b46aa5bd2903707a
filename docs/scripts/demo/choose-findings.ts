import type { Linter } from 'eslint';
import { SystemError } from '@octollm/errors';
import { listChangedLines, type ChangedLine } from './changed-lines.ts';
import { createCodeFrame, expandTabs, getCommonIndent, type FrameLine } from './code-frame.ts';
import type { LintedFile } from './lint-service.ts';

/** A finding with all that an editor shows of it. */
export interface ShownFinding {
  readonly title: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly rule: string;
  readonly message: string;
  readonly frame: readonly FrameLine[];
  /** The quick fixes by what the menu says, best first. */
  readonly quickFixes: readonly string[];
  /** What the first quick fix makes of the file. */
  readonly changed: readonly ChangedLine[];
}

/** The kinds of findings to show, by the rules that report them, the more telling rule first. */
const kinds: readonly { readonly title: string; readonly rules: readonly string[] }[] = [
  { title: 'A failure that nobody hears of', rules: ['octollm/no-silent-fallback', 'octollm/no-silent-catch'] },
  { title: 'An error that hides what went wrong', rules: ['octollm/require-cause'] },
  { title: 'A throw that callers cannot tell from any other', rules: ['octollm/no-generic-throw'] },
];

/**
 * Chooses one finding a kind: with a quick fix, fit for the screen, from a file not shown yet, and of those
 * from the file that the rule reports most often.
 *
 * @throws SystemError when a kind has no finding with a quick fix
 */
export function chooseFindings(files: readonly LintedFile[], codeWidth: number): ShownFinding[] {
  const chosen: ShownFinding[] = [];
  for (const { title, rules } of kinds) {
    const candidates = rules.flatMap((rule) => listCandidates(files, rule, title));
    const isFresh = ({ finding }: Candidate): boolean => chosen.every(({ file }) => file !== finding.file);
    const [best] = [
      (candidate: Candidate): boolean => isFresh(candidate) && canShow(candidate.finding, codeWidth),
      (candidate: Candidate): boolean => canShow(candidate.finding, codeWidth),
      (): boolean => true,
    ].flatMap((isWanted) => candidates.filter(isWanted));
    if (!best)
      throw new SystemError(`Cannot show a finding of ${rules.join(' or ')}: none in the service has a quick fix.`);
    chosen.push(best.finding);
  }
  return chosen;
}

interface Candidate {
  readonly finding: ShownFinding;
  /** Findings of the same rule in the file. */
  readonly count: number;
}

function listCandidates(files: readonly LintedFile[], rule: string, title: string): Candidate[] {
  return files
    .flatMap((file) => {
      const messages = file.messages.filter(({ ruleId }) => ruleId === rule);
      return messages.flatMap((message): Candidate[] => {
        const finding = createFinding(file, message, title);
        return finding ? [{ finding, count: messages.length }] : [];
      });
    })
    .sort((first, second) => second.count - first.count);
}

function createFinding(
  { file, source }: LintedFile,
  message: Linter.LintMessage,
  title: string,
): ShownFinding | undefined {
  const [quickFix] = message.suggestions ?? [];
  if (!quickFix) return undefined;
  const { line, column, endLine = line, endColumn = column + 1 } = message;
  return {
    title,
    file,
    line,
    column,
    rule: message.ruleId ?? '',
    message: message.message,
    frame: createCodeFrame(source, { line, column, endLine, endColumn }),
    quickFixes: message.suggestions?.map(({ desc }) => desc) ?? [],
    changed: listChangedLines(source, quickFix.fix),
  };
}

function canShow({ frame, changed }: ShownFinding, width: number): boolean {
  const indent = getCommonIndent(frame.map(({ text }) => text));
  return [...frame, ...changed].every(({ text }) => {
    const expanded = expandTabs(text);
    return expanded.length - Math.min(indent, getCommonIndent([expanded])) <= width;
  });
}
