import type { Classification } from '../classify/classification.ts';
import { classify } from '../classify/classify.ts';
import type { Clock } from '../time/clock.ts';
import type { OutgoingRequest } from './outgoing-request.ts';

export type {} from '../platform/web-types.ts';

/** Holds an answer with a status from 400 up. */
export interface FailedAnswer {
  /** The method of the request, in capitals. */
  readonly method: string;
  /** Where the request went, without credentials and query. */
  readonly url: string;
  /** The host and port of the URL. */
  readonly host: string;
  /** The HTTP status, from 400 up. */
  readonly status: number;
  /** The headers of the answer. */
  readonly headers: Headers;
  /** What status and headers mean, such as whether the same request can succeed later and when. */
  readonly classification: Classification;
  /** The beginning of the body as text, at most 64 KiB; empty when it did not arrive within a second. */
  readonly body: string;
}

const mostBytes = 64 * 1024;
const longestReadMs = 1_000;

/** Reads what a failed answer says; its connection is then free, whatever was left of the body. */
export async function readFailedAnswer(
  { method, url, host }: OutgoingRequest,
  response: Response,
  clock: Clock,
): Promise<FailedAnswer> {
  const { status, headers } = response;
  const classification = classify({ status, headers });
  return { method, url, host, status, headers, classification, body: await readStart(response, clock) };
}

/** The status tells what went wrong already, so neither a slow body nor a broken one may hide it. */
async function readStart({ body }: Response, clock: Clock): Promise<string> {
  if (!body) return '';
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const cancelTimer = clock.setTimer(longestReadMs, () => void letGo(reader));
  let text = '';
  try {
    for (let bytes = 0; bytes < mostBytes;) {
      const { done, value } = await reader.read();
      if (done) break;
      bytes += value.byteLength;
      text += decoder.decode(value, { stream: true });
    }
  } catch {
    // expected: the connection may break in the middle of an error page; then its beginning has to do.
  }
  cancelTimer();
  await letGo(reader);
  return text.slice(0, mostBytes);
}

/** Frees the connection of a body that nobody reads to its end. */
export async function letGo(body: { cancel(): Promise<void> } | null): Promise<void> {
  try {
    await body?.cancel();
  } catch {
    // expected: the connection broke, or the body belongs to a reader of the caller; there is nothing left to free.
  }
}
