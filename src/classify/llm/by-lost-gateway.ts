import { readProperty } from '../../errors/read-property.ts';
import { bySystemCode } from '../by-system-code.ts';
import type { Finding } from '../finding.ts';
import { listErrors } from '../list-errors.ts';
import { readStatus } from '../read-answer.ts';
import { findFirst } from '../rule.ts';

/**
 * Concludes from the cause of an error of Vercel's gateway client: to a call that never got an answer it gives a status
 * of its own making.
 */
export function byLostGateway(error: unknown): Finding | undefined {
  const name = readProperty(error, 'name');
  if (typeof name !== 'string' || !/^Gateway\w*Error$/.test(name)) return undefined;
  const causes = listErrors(readProperty(error, 'cause'));
  return findFirst([readStatus], causes) ? undefined : findFirst([bySystemCode], causes);
}
