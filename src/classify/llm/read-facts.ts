import { readProperty } from '../../errors/read-property.ts';
import type { Classification } from '../classification.ts';
import { readHeader } from '../../http/headers.ts';
import { findHeaders } from '../read-answer.ts';
import { findFirst } from '../rule.ts';
import { detectProvider } from './detect-provider.ts';
import { readBodies, readBodyMessage } from './read-bodies.ts';
import { toDetail } from './detail.ts';
import { readWait } from './read-wait.ts';

const requestIdHeaders = ['x-request-id', 'request-id', 'x-amzn-requestid', 'apim-request-id'];

/** Reads who answered, the id of the request, what was said and how long to wait. */
export function readFacts(errors: readonly unknown[]): Partial<Classification> {
  const provider = detectProvider(errors);
  const requestId = findFirst([readRequestId], errors);
  const detail = findFirst([readDetail], errors);
  return {
    ...findFirst([readWait], errors),
    ...(provider !== undefined && { provider }),
    ...(requestId !== undefined && { requestId }),
    ...(detail !== undefined && { detail }),
  };
}

function readRequestId(error: unknown): string | undefined {
  const fields = ['requestID', 'request_id'].map((key) => readProperty(error, key));
  const metadata = readProperty(readProperty(error, '$metadata'), 'requestId');
  const bodies = readBodies(error).map((body) => readProperty(body, 'request_id'));
  const headers = requestIdHeaders.map((name) => readHeader(findHeaders(error), name));
  return [...fields, ...headers, metadata, ...bodies].find((id) => typeof id === 'string');
}

/** The innermost body comes first; an error without one speaks for itself. */
function readDetail(error: unknown): string | undefined {
  const said = readBodies(error).map(readBodyMessage).find(Boolean);
  return toDetail(said ?? (typeof error === 'string' ? error : ''));
}
