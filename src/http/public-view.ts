import { readCodes } from '../errors/brand.ts';
import { OctoLLMError } from '../errors/octollm-error.ts';
import { readProperty } from '../errors/read-property.ts';
import { readText } from '../errors/read-text.ts';
import { toPlain } from '../serialize/to-plain.ts';
import type { ErrorResponseOptions } from './error-response.ts';
import { parseRetryAfter } from './parse-retry-after.ts';
import { getStatus } from './status-map.ts';
import { getStatusPhrase } from './status-phrase.ts';

/** Holds all that a response may tell about an error, before it takes a form. */
export interface PublicView {
  readonly status: number;
  readonly code: string;
  /** Says what happened in general; it never depends on the failure. */
  readonly title: string;
  /** Says what happened here, or repeats the title where that is not for clients. */
  readonly message: string;
  readonly details: Readonly<Record<string, unknown>>;
  /** Milliseconds from now; `undefined` when nobody knows. */
  readonly retryAfterMs: number | undefined;
}

/**
 * Returns what a client may see of a thrown value. From status 500 up that is the title and no more, whoever threw it; of a
 * foreign error below that, the message is public only with `expose: true`.
 */
export function getPublicView(thrown: unknown, options: ErrorResponseOptions): PublicView {
  const status = getStatus(thrown, options);
  const isOurs = readCodes(thrown).length > 0;
  const isPublic = status < 500 && (isOurs || readProperty(thrown, 'expose') === true);
  const { code, title } = isOurs ? readClass(thrown) : describeStatus(status);

  const message = isPublic ? copy(readProperty(thrown, 'message'), options) : undefined;
  const details = isPublic && isOurs ? copy(readProperty(thrown, 'details'), options) : undefined;
  return {
    status,
    code,
    title,
    message: typeof message === 'string' && message !== '' ? message : title,
    details: isRecord(details) ? details : {},
    retryAfterMs: getRetryAfterMs(thrown, options),
  };
}

function copy(value: unknown, { redact }: ErrorResponseOptions): unknown {
  return toPlain(value, redact && { redact });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readClass(thrown: unknown): { code: string; title: string } {
  const { code, title } = OctoLLMError;
  return { code: readText(thrown, 'code') ?? code, title: readText(thrown, 'title') ?? title };
}

function describeStatus(status: number): { code: string; title: string } {
  const title = getStatusPhrase(status);
  return { code: status === 500 ? 'INTERNAL_ERROR' : title.toUpperCase().replaceAll(' ', '_'), title };
}

/** Reads our own hint, or the one that an upstream sent along with its error. */
function getRetryAfterMs(thrown: unknown, { nowEpochMs = Date.now() }: ErrorResponseOptions): number | undefined {
  const own = readProperty(thrown, 'retryAfterMs');
  if (Number.isFinite(own)) return Math.max(0, Number(own));
  const holders = readCodes(thrown).length > 0 ? [] : [thrown, readProperty(thrown, 'response')];
  return holders
    .map((holder) => parseRetryAfter(Object(readProperty(holder, 'headers')), { nowEpochMs })?.ms)
    .find((ms) => ms !== undefined);
}
