import type { JSONSchema4 } from '@typescript-eslint/utils/json-schema';
import type { LogTolerancePolicy } from '../patterns/tolerance/find-log-tolerance.ts';

export const logToleranceDefaults: LogTolerancePolicy = {
  allowInEntryPoints: true,
  allowVoidFireAndForget: true,
  allowWithoutCaller: true,
  allowLastStep: true,
  allowIsolation: true,
  allowFalse: true,
  allowAtDebugLevel: true,
  allowAnnounced: true,
};

export const logToleranceProperties: Readonly<Record<keyof LogTolerancePolicy, JSONSchema4>> = {
  allowInEntryPoints: {
    description: 'Allow at the outer edge of a program, such as `main().catch(…)`.',
    type: 'boolean',
  },
  allowVoidFireAndForget: { description: 'Allow on a promise that nobody waits for.', type: 'boolean' },
  allowWithoutCaller: {
    description: 'Allow where the function is called by an event loop or a framework.',
    type: 'boolean',
  },
  allowLastStep: {
    description: 'Allow in the last step of a function that returns nothing, where nothing relies on success.',
    type: 'boolean',
  },
  allowIsolation: {
    description: 'Allow where code of others is called and shielded: listeners, hooks, plug-ins.',
    type: 'boolean',
  },
  allowFalse: {
    description: 'Accept `return false` beside the log line as the answer that it did not work.',
    type: 'boolean',
  },
  allowAtDebugLevel: {
    description: 'Accept a log line at debug level where the code goes on without a default: best effort.',
    type: 'boolean',
  },
  allowAnnounced: {
    description: 'Accept a log text or a comment that says how the program goes on, such as `falling back to …`.',
    type: 'boolean',
  },
};
