import { onceAName } from '../once-a-name.ts';
import type { Guard, GuardQuestion, ThrowSite } from './throw-site.ts';
import { isErrorName } from './describe-guard.ts';

/** A guard as the situations look at it. */
export interface GuardReading {
  readonly guard: Guard;
  /** Whether it looks at what the caller passed in. */
  readonly isParameter: boolean;
  /** Whether it looks at nothing but the object's own fields. */
  readonly isOwnState: boolean;
  /** Whether it asks if a request went well. */
  readonly isResponse: boolean;
  /** Whether it looks into data that a request brought. */
  readonly isReceived: boolean;
  /** Whether it asks if a schema accepts a value. */
  readonly isSchema: boolean;
  /** Whether it looks at the environment of the process, or at what surrounds a component. */
  readonly isEnvironment: boolean;
  /** Whether the tested value comes from a search. */
  readonly isLookup: boolean;
  /** Whether it only asks what kind of error was caught. */
  readonly isError: boolean;
  asksFor(...questions: readonly GuardQuestion[]): boolean;
  names(pattern: RegExp): boolean;
}

const search = /(?:^|\.)(?:get|find|load|fetch|lookup|resolve|query|select|search)\w*$|\[\]$/i;
const outcome =
  /(?:^|\.)(?:\w*res(?:p|ponse)?|result|reply|data|json|body|message|payload)\.(?:ok|status|statusCode|status_code|error|errors|success)$|\.(?:ok|statusCode|error_code)$/i;
/** `process.env.HOME`, `import.meta.env.URL`, `env.token`, `Deno.env.get`, `getEnv`, `configService.get`. */
const environment = /^process\.env$|(?:^|\.)env\.\w+$|(?:^|\.)(?:get|require)Env\w*$|config\w*\.get\w*$/i;
/** What reads the nearest provider around a component: `useContext`, `useRouterContext`, `inject`. */
const surroundings = /^(?:React\.)?use\w*Context$|^(?:inject|getContext)$/;
const statusTest = /\bstatus(?:Code)?\s*[!=<>]=*\s*[2-5]\d\d\b/;
const receiver = /(?:^|\.)\w*(?:res|resp|response|reply)\w*\.(?:json|text|data|body|arrayBuffer|blob)$/i;

// The same few names are tested all through a code base.
const isSearch = onceAName((name) => search.test(name));
const isOutcome = onceAName((name) => outcome.test(name));
const isOfEnvironment = onceAName((name) => environment.test(name));
const isReceiver = onceAName((name) => receiver.test(name));

/** Reads off one guard what it is about. */
export function readGuard(guard: Guard, site: ThrowSite): GuardReading {
  const { names, origins, calls, text } = guard;
  const isResponse = names.some(isOutcome) || statusTest.test(text);
  // What a constructor finds in its own fields was passed to it.
  const isSetUp = site.functionName === 'constructor' && origins.includes('this');
  const isSchema = origins.some((origin) => /\.safeParse(?:Async)?$/.test(origin));
  return {
    guard,
    isParameter:
      !isResponse && (origins.includes('parameter') || names.some((name) => isParameterOf(name, site)) || isSetUp),
    isOwnState: !isSetUp && names.length > 0 && names.every((name) => name.startsWith('this.') || /^[A-Z]/.test(name)),
    isResponse: isResponse && !isSchema,
    isReceived: origins.some(isReceiver),
    isSchema,
    isEnvironment:
      names.some(isOfEnvironment) ||
      origins.some(isOfEnvironment) ||
      (guard.asks.includes('absence') && origins.some((origin) => surroundings.test(origin))),
    isLookup: origins.some(isSearch) || calls.some(isSearch),
    isError: /instanceof Error\b/.test(text) || (names.length > 0 && names.every(isErrorName)),
    asksFor: (...questions) => questions.some((question) => guard.asks.includes(question)),
    names: (pattern) => names.some((name) => pattern.test(name)),
  };
}

function isParameterOf(name: string, site: ThrowSite): boolean {
  const root = name.split('.')[0] ?? name;
  return site.parameters.includes(root) && !isErrorName(name);
}
