import type { FileDecide } from '../../engine/migrate/decide.ts';
import type { AppliedChange } from '../../engine/transform/transform-result.ts';

/** What a person said to a change. */
export type Answer = 'apply' | 'declined' | { readonly lines: string };

/** What a person said so far: to single changes, to all of a kind, and to whatever is left. */
export interface Answers {
  readonly get: (path: string, change: AppliedChange) => Answer | undefined;
  readonly set: (path: string, change: AppliedChange, answer: Answer) => void;
  /** Answers all changes of this codemod and kind that were not answered by themselves. */
  readonly setForKind: (change: AppliedChange, answer: 'apply' | 'declined') => void;
  /** Declines all that was not answered. */
  readonly declineRest: () => void;
  /** Takes back what was edited in a file; tells whether there was anything. */
  readonly forgetEdits: (path: string) => boolean;
  /** Decides as the answers say; what nobody was asked for yet is applied, so that it comes up. */
  readonly decide: FileDecide;
}

interface Given {
  readonly path: string;
  readonly before: string;
  readonly answer: Answer;
}

export function createAnswers(): Answers {
  const single = new Map<string, Given>();
  const byKind = new Map<string, Answer>();
  let rest: Answer | undefined;
  const get = (path: string, change: AppliedChange): Answer | undefined => {
    const given = single.get(getKey(path, change));
    if (!given) return byKind.get(getKind(change)) ?? rest;
    // Once the edited lines are there, the codemod may still want to change them: a person has had the last word.
    return typeof given.answer === 'object' && given.before !== change.before ? 'declined' : given.answer;
  };
  return {
    get,
    set: (path, change, answer) => single.set(getKey(path, change), { path, before: change.before, answer }),
    setForKind: (change, answer) => byKind.set(getKind(change), answer),
    declineRest: () => (rest = 'declined'),
    forgetEdits: (path) => {
      const edited = [...single].filter(([, given]) => given.path === path && typeof given.answer === 'object');
      for (const [key] of edited) single.delete(key);
      return edited.length > 0;
    },
    decide: (path, _change, preview) => get(path, preview()) ?? 'apply',
  };
}

/** A site keeps its place, counted in the file as it was, however many of the others are applied. */
function getKey(path: string, change: AppliedChange): string {
  return [path, getKind(change), change.place.line, change.place.column].join('\0');
}

function getKind({ codemod, kind }: AppliedChange): string {
  return `${codemod}\0${kind}`;
}
