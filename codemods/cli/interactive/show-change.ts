import type pc from 'picocolors';
import { compareLines } from '../../engine/reports/migration/line-diff.ts';
import { formatNumber } from '../../engine/reports/wording.ts';
import type { OpenChange } from './open-change.ts';

type Colors = ReturnType<typeof pc.createColors>;

/** Shows a change as a person judges it: where, why, and the lines before and after. */
export function showChange(
  change: OpenChange,
  { number, total }: { readonly number: number; readonly total: number },
  colors: Colors,
): string {
  const { file, place, codemod, kind, applicability, confidence, reason } = change;
  const count = `${formatNumber(number)} of ${formatNumber(total)}`;
  const doubts = [
    ...(applicability === 'unsafe' ? [colors.yellow('may alter behaviour or types')] : []),
    ...(confidence < 1 ? [colors.yellow(`${Math.round(100 * confidence)} % sure`)] : []),
  ];
  return [
    `${colors.bold(`${file}:${place.line}:${place.column}`)}  ${colors.dim(`${count}, ${codemod}, ${kind}`)}`,
    [reason, ...doubts].join(' · '),
    ...showLines(change, colors),
  ].join('\n');
}

function showLines({ before, after }: OpenChange, colors: Colors): string[] {
  return compareLines(before, after).map(({ sign, text }) => {
    const line = `${sign} ${text}`;
    if (sign === '+') return colors.green(line);
    return sign === '-' ? colors.red(line) : line;
  });
}
