import type { AuditResult, SkipReason } from '../audit/audit-result.ts';
import { losingFates } from '../audit/handler-counts.ts';
import type { GateVerdict } from '../gate/gate.ts';

/** A whole number with a comma before each three digits. `Intl` would do the same, but takes longer to load than all reports. */
export function formatNumber(value: number): string {
  return String(value).replace(/(?<=\d)(?=(?:\d{3})+$)/g, ',');
}

/** `1 file`, `2 files`. */
export function formatCount(value: number, noun: string): string {
  return `${formatNumber(value)} ${noun}${value === 1 ? '' : 's'}`;
}

export function formatShare(part: number, whole: number): string {
  return whole === 0 ? '0 %' : `${((100 * part) / whole).toFixed(1)} %`;
}

/** One line on the handlers: how many lose their error, and in which ways. */
export function describeHandlers({ handlers }: AuditResult): string {
  if (handlers.total === 0) return 'No error handlers.';
  const ways = losingFates
    .filter((fate) => handlers.byFate[fate] > 0)
    .map((fate) => `, ${fate} ${formatNumber(handlers.byFate[fate])}`)
    .reverse()
    .join('');
  const share = formatShare(handlers.losing, handlers.total);
  return `Handlers that lose their error: ${formatNumber(handlers.losing)} of ${formatNumber(handlers.total)} (${share})${ways}.`;
}

const skipTexts: Readonly<Record<SkipReason, string>> = {
  tests: 'tests',
  generated: 'generated',
  declarations: 'declarations',
  minified: 'minified',
  vendored: 'vendored',
  large: 'over 1 MB',
};

/** What was left out, or an empty text when nothing was. */
export function describeSkipped({ skipped }: AuditResult): string {
  const parts = Object.entries(skipTexts).flatMap(([reason, text]) => {
    const count = skipped[reason as SkipReason];
    return count > 0 ? [`${text} ${formatNumber(count)}`] : [];
  });
  const options = [
    ...(skipped.tests > 0 ? ['`--include-tests`'] : []),
    ...(skipped.generated > 0 ? ['`--include-generated`'] : []),
  ];
  const hint = options.length > 0 ? ` (${options.join(', ')})` : '';
  return parts.length > 0 ? `Left out: ${parts.join(', ')}${hint}.` : '';
}

/** What the gate says, one sentence a line. */
export function describeGate(gate: GateVerdict): string[] {
  const { baseline, counted, allowed } = gate;
  if (!baseline)
    return gate.isPassed
      ? [`Within the gate: ${formatCount(counted, 'finding')}, ${formatNumber(allowed)} allowed.`]
      : [`Gate exceeded: ${formatCount(counted, 'finding')}, ${formatNumber(allowed)} allowed.`];
  const more = allowed > 0 ? `, ${formatNumber(allowed)} allowed` : '';
  const lines = [
    gate.isPassed
      ? `Within the baseline: ${formatCount(counted, 'new finding')}${more}.`
      : `Gate exceeded: ${formatCount(counted, 'new finding')}${more} beside the baseline \`${baseline.path}\`.`,
  ];
  for (const { file, rule, allowed: before, found } of baseline.grown)
    lines.push(`  ${file}: ${rule} ${formatNumber(before)} → ${formatNumber(found)}`);
  if (baseline.gone > 0)
    lines.push(
      `${formatCount(baseline.gone, 'finding')} of the baseline ${baseline.gone === 1 ? 'is' : 'are'} gone: run the audit with \`--write-baseline\` to keep it that way.`,
    );
  return lines;
}
