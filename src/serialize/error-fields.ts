import type { ErrorKind, Severity } from '../catalog/catalog-entry.ts';
import { errorKinds, severities } from '../catalog/catalog-entry.ts';

/** Holds what an error says about itself beside code and message; only what is there and has the right type. */
export interface ErrorFields {
  readonly kind?: ErrorKind;
  readonly status?: number;
  readonly severity?: Severity;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly context?: Readonly<Record<string, unknown>>;
  readonly retryable?: boolean;
  readonly retryAfterMs?: number;
}

/** Returns the fields that have the right type, and none that is left out or means nothing. */
export function pickErrorFields(fields: { readonly [Name in keyof ErrorFields]?: unknown }): ErrorFields {
  const { status, details, context, retryable, retryAfterMs } = fields;
  const kind = errorKinds.find((known) => known === fields.kind);
  const severity = severities.find((known) => known === fields.severity);
  return {
    ...(kind && { kind }),
    ...(isStatus(status) && { status }),
    ...(severity && { severity }),
    ...(isRecord(details) && { details }),
    ...(isRecord(context) && { context }),
    ...(typeof retryable === 'boolean' && { retryable }),
    ...(isDuration(retryAfterMs) && { retryAfterMs }),
  };
}

function isStatus(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 400 && Number(value) <= 599;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0;
}

function isDuration(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
