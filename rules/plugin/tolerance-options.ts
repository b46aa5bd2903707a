import type { JSONSchema4 } from '@typescript-eslint/utils/json-schema';
import { handlerKinds, type HandlerKind } from '../patterns/handlers/error-handler.ts';
import { defaultCleanups } from '../patterns/tolerance/cleanup.ts';
import type { TolerancePolicy } from '../patterns/tolerance/find-tolerance.ts';
import { defaultProbeNames } from '../patterns/tolerance/probe.ts';
import { onceForEach } from '../patterns/once-for-each.ts';

/** The options that say where an error may be dropped because the code shows that nothing is lost. */
export interface ToleranceOptions {
  readonly allowKinds: readonly HandlerKind[];
  readonly allowOptionalCleanup: readonly string[];
  readonly allowFunctionNamePattern: string;
  readonly allowConversions: boolean;
}

export const toleranceDefaults: ToleranceOptions = {
  // Error-first callbacks that forget their error are a matter of their own.
  allowKinds: ['callback'],
  allowOptionalCleanup: [...defaultCleanups],
  allowFunctionNamePattern: defaultProbeNames,
  allowConversions: true,
};

export const toleranceProperties: Readonly<Record<keyof ToleranceOptions, JSONSchema4>> = {
  allowKinds: {
    description: 'Kinds of handlers that may drop the error.',
    type: 'array',
    items: { type: 'string', enum: [...handlerKinds] },
    uniqueItems: true,
  },
  allowOptionalCleanup: {
    description: 'Calls that may fail silently when nothing else is guarded.',
    type: 'array',
    items: { type: 'string' },
    uniqueItems: true,
  },
  allowFunctionNamePattern: {
    description: 'Names of functions that promise null or false instead of an error.',
    type: 'string',
  },
  allowConversions: {
    description: 'Accept a default for a pure conversion such as `JSON.parse`, which fails in one way only.',
    type: 'boolean',
  },
};

export const getTolerancePolicy: (options: ToleranceOptions) => TolerancePolicy = onceForEach((options) => ({
  cleanups: options.allowOptionalCleanup,
  probes: new RegExp(options.allowFunctionNamePattern),
  allowConversions: options.allowConversions,
}));
