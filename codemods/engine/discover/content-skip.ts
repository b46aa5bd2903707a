import type { ContentSkip, FileTask } from '../audit/file-record.ts';
import { isGenerated, isMinified } from './generated.ts';

/** Why a file is left out by what is in it; a file that was named is never left out. */
export function getContentSkip(
  { isExplicit }: FileTask,
  content: string,
  { includeGenerated }: { readonly includeGenerated: boolean },
): ContentSkip | undefined {
  if (isExplicit) return undefined;
  if (!includeGenerated && isGenerated(content)) return 'generated';
  return isMinified(content) ? 'minified' : undefined;
}
