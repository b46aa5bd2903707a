import type { MigratedFile, MigrationResult } from '../../../migrate/migration-result.ts';
import type { AppliedChange, LeftAlone, Place } from '../../../transform/transform-result.ts';
import { formatCount } from '../../wording.ts';
import { compareLines } from '../line-diff.ts';
import { escapeHtml, escapeSentence } from './escape.ts';

/** What the filter of the page tells apart. */
export type EntryState = 'made' | 'reverted' | LeftAlone['cause'];

/** What each state is called, in the order in which the filter offers them. */
export const stateNames: Readonly<Record<EntryState, string>> = {
  made: 'changes',
  unsafe: 'held back: unsafe',
  unsure: 'held back: not sure enough',
  manual: 'left for a person',
  declined: 'declined',
  reverted: 'taken back',
};

interface Entry {
  readonly place: Place;
  readonly state: EntryState;
  readonly html: string;
}

/** Every file with its changes and the sites that were left, from top to bottom. */
export function showFiles({ files }: MigrationResult): string {
  return files.map(showFile).join('\n');
}

function showFile(file: MigratedFile): string {
  const state = file.reverted === null ? 'made' : 'reverted';
  const entries: Entry[] = [
    ...file.applied.map((change) => ({ place: change.place, state, html: showChange(change, state) }) as const),
    ...file.leftAlone.map((site) => ({ place: site.place, state: site.cause, html: showSite(site) })),
  ].sort((first, second) => first.place.line - second.place.line || first.place.column - second.place.column);
  const notes = [
    ...(file.before === null ? [`<p class="note">A new file.</p>${showCode(file.after)}`] : []),
    ...(file.reverted === null ? [] : [`<p class="note">Taken back: ${escapeSentence(file.reverted)}</p>`]),
  ];
  const count = file.before === null ? 'new file' : formatCount(entries.length, 'site');
  return `<details class="file" data-file="${escapeHtml(file.file)}">
<summary><span class="path">${escapeHtml(file.file)}</span> <span class="count">${count}</span></summary>
${[...notes, ...entries.map(({ html }) => html)].join('\n')}
</details>`;
}

function showChange(
  { codemod, kind, place, reason, applicability, confidence, before, after }: AppliedChange,
  state: EntryState,
): string {
  const doubts = [
    ...(applicability === 'unsafe' ? ['unsafe'] : []),
    ...(confidence < 1 ? [`${Math.round(100 * confidence)} % sure`] : []),
  ];
  const lines = compareLines(before, after).map(({ sign, text }) => {
    const line = escapeHtml(`${sign} ${text}`);
    if (sign === '+') return `<ins>${line}</ins>`;
    return sign === '-' ? `<del>${line}</del>` : line;
  });
  return showEntry({ codemod, kind, place, reason, state, doubts }, `<pre class="diff">${lines.join('\n')}</pre>`);
}

function showSite({ codemod, kind, place, reason, cause, text }: LeftAlone): string {
  return showEntry({ codemod, kind, place, reason, state: cause, doubts: [] }, showCode(text));
}

function showCode(text: string): string {
  return `<pre>${escapeHtml(text)}</pre>`;
}

interface EntryHead {
  readonly codemod: string;
  readonly kind: string;
  readonly place: Place;
  readonly reason: string;
  readonly state: EntryState;
  readonly doubts: readonly string[];
}

function showEntry({ codemod, kind, place, reason, state, doubts }: EntryHead, code: string): string {
  const about = [stateNames[state].replace(/^changes$/, 'change'), codemod, kind, ...doubts]
    .map(escapeHtml)
    .join(' · ');
  return `<article data-codemod="${escapeHtml(codemod)}" data-state="${state}">
<h3>${place.line}:${place.column} <small>${about}</small></h3>
<p>${escapeSentence(reason)}</p>
${code}
</article>`;
}
