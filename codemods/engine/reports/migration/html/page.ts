import type { MigrationResult } from '../../../migrate/migration-result.ts';
import { describeChanges, describeLeft, describeNextStep, describeVerification } from '../wording.ts';
import type { MigrationView } from '../migration-view.ts';
import { showFiles, stateNames, type EntryState } from './entries.ts';
import { escapeHtml, escapeSentence } from './escape.ts';
import { showPictures } from './pictures.ts';
import { script } from './script.ts';
import { style } from './style.ts';

/** The report as one page that needs nothing beside it: pictures, every change as a diff, every site that was left, and a filter. */
export function formatHtml(result: MigrationResult, { version }: MigrationView): string {
  const pictures = showPictures(result);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<meta name="generator" content="octollm ${escapeHtml(version)}">
<title>octollm migrate: ${escapeHtml(result.paths.join(', '))}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>octollm migrate <code>${escapeHtml(result.paths.join(' '))}</code></h1>
<p class="lead">${escapeSentence(describeChanges(result))}</p>
${showSentences([...describeLeft(result), describeNextStep(result)])}
${result.notices.map((notice) => `<p class="note">${escapeSentence(notice)}</p>`).join('\n')}
</header>
<main>
${pictures === '' ? '' : `<section aria-label="Pictures" class="pictures">\n${pictures}\n</section>`}
${showVerification(result)}
${showFailures(result)}
${result.files.length === 0 ? '' : `<h2>Files</h2>\n${showFilter(result)}\n${showFiles(result)}`}
</main>
${result.files.length === 0 ? '' : `<script>${script}</script>`}
</body>
</html>
`;
}

function showSentences(sentences: readonly string[]): string {
  const shown = sentences.filter((sentence) => sentence !== '');
  return shown.length === 0 ? '' : `<p>${shown.map(escapeSentence).join('<br>')}</p>`;
}

function showVerification({ verification }: MigrationResult): string {
  if (!verification) return '';
  const errors = verification.remaining.map((error) => `<li><code>${escapeHtml(error)}</code></li>`);
  const list = errors.length === 0 ? '' : `<ul>${errors.join('')}</ul>`;
  return `<h2>Type check</h2>\n${showSentences(describeVerification(verification))}${list}`;
}

function showFailures({ failures }: MigrationResult): string {
  if (failures.length === 0) return '';
  const items = failures.map(
    ({ file, line, column, reason }) =>
      `<li><code>${escapeHtml(file)}:${line}:${column}</code> ${escapeSentence(reason)}.</li>`,
  );
  return `<h2>Could not be migrated</h2>\n<ul>${items.join('')}</ul>`;
}

/** Hidden until the script shows it: without the script it would do nothing. */
function showFilter(result: MigrationResult): string {
  const codemods = result.codemods.map(({ name }) => `<option>${escapeHtml(name)}</option>`);
  const found = new Set(
    result.files.flatMap(({ applied, leftAlone, reverted }): EntryState[] => [
      ...(applied.length > 0 ? ([reverted === null ? 'made' : 'reverted'] as const) : []),
      ...leftAlone.map(({ cause }) => cause),
    ]),
  );
  const states = Object.entries(stateNames)
    .filter(([state]) => [...found].some((one) => one === state))
    .map(([state, name]) => `<label><input type="checkbox" name="state" value="${state}" checked> ${name}</label>`);
  return `<form hidden>
<label><span class="label">Text or path</span><input type="search" name="text"></label>
<label><span class="label">Codemod</span><select name="codemod"><option value="">all</option>${codemods.join('')}</select></label>
<fieldset><legend>Show</legend>${states.join('\n')}</fieldset>
<button type="button" id="open">Open or close all</button>
<button type="reset">Reset</button>
<output id="status" aria-live="polite"></output>
</form>`;
}
