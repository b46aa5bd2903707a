import type { OctollmSettings } from './settings.ts';

/** Names are matched on the whole dotted callee, `*` being any run of characters. */
export const defaultSettings: Omit<OctollmSettings, 'catalog'> = {
  errorModule: '@octollm/errors',
  errorFactories: [
    'wrapError',
    'toOctoLLMError',
    'wrap',
    '*.wrap',
    '*.from',
    '*.fromError',
    '*.fromUnknown',
    '*.during',
  ],
  normalizers: [
    'toError',
    'ensureError',
    'asError',
    'castToError',
    'normalizeError',
    'getError',
    'serializeError',
    'wrapError',
    '*.toError',
    '*.ensureError',
    '*.normalizeError',
  ],
  loggers: [],
  reporters: [
    'Sentry.captureException',
    '*.captureException',
    'captureException',
    'captureError',
    '*.captureError',
    'reportError',
    '*.reportError',
    '*.recordException',
    '*.noticeError',
    '*.trackException',
    'onUnexpectedError',
  ],
  guards: [],
  testGlobs: [
    '**/*.{test,test-d,spec,e2e,bench}.*',
    '**/{test,tests,__tests__,__mocks__,__fixtures__,e2e,spec,testing,testdata}/**',
  ],
  messageStyle: 'concise',
};
