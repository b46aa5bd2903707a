import type { CatalogEntry } from './catalog-entry.ts';

/** Holds the root of the hierarchy, and the one child that belongs to no family. */
export const roots: readonly CatalogEntry[] = [
  {
    name: 'OctoLLMError',
    parent: null,
    code: 'UNKNOWN_ERROR',
    kind: 'unknown',
    status: 500,
    severity: 'error',
    retryable: null,
    title: 'An unknown error occurred',
    details: {},
    doc: 'The base of every error of the standard; throw one of its descendants instead.',
    signals: {
      words: { strong: [], weak: [] },
      systemCodes: [],
      statuses: [],
      providerCodes: [],
      callees: [],
      classes: [],
      situations: [],
    },
  },
  {
    name: 'CancelledError',
    parent: 'OctoLLMError',
    code: 'CANCELLED',
    kind: 'canceled',
    status: 499,
    severity: 'debug',
    retryable: false,
    title: 'The operation was cancelled',
    details: { reason: 'string' },
    doc: 'The user or the system gave the operation up before it ended.',
    signals: {
      words: {
        strong: ['cancelled', 'aborted', 'interrupted', 'abort error', 'by user', 'was stopped', 'polling stopped'],
        weak: ['cancel', 'abort', 'interrupt', 'stopped', 'signal', 'cancellation'],
      },
      systemCodes: ['ABORT_ERR', 'ECANCELED', 'ERR_CANCELED'],
      statuses: [499],
      providerCodes: ['CANCELLED', 'canceled', 'cancelled'],
      callees: ['*.throwIfAborted', 'throwIfAborted'],
      classes: [
        'AbortError',
        'CanceledError',
        'CancelledError',
        'CancelError',
        'CancellationError',
        'APIUserAbortError',
      ],
      situations: ['aborted'],
    },
  },
];
