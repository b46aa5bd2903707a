import type { CodeStyle } from '../engine/edit/code-style.ts';
import type { Policy } from './policy.ts';
import { toCamel } from './service-name.ts';

/** A call may take this many times the limit of an attempt, waits included. */
const attempts = 3;

/** Tells a duplicate key, which is about one statement, from a lost connection, which is about the service. */
const classifier = 'classify: classifyDatabase';

/** How a file of the package looks. */
export interface ModuleForm {
  readonly style: CodeStyle;
  /** The comment that its files begin with. */
  readonly licence: string | undefined;
  readonly isTyped: boolean;
}

/** Writes the module of named policies of a package: one breaker for each service, and what its calls need around it. */
export function writePolicyModule(policies: readonly Policy[], { style, licence, isTyped }: ModuleForm): string {
  const services = [...new Set(policies.map(({ service }) => service))].sort();
  const { quote, semicolon: end, lineEnd } = style;
  const text = (value: string): string => `${quote}${value}${quote}`;
  const forms = new Set(policies.map(({ form }) => form));
  const needsPipeline = policies.some(({ form }) => form !== 'client');
  const imports: (string | false)[] = [
    `import { createBreaker } from ${text('@octollm/errors/breaker')}${end}`,
    policies.some(({ isDatabase }) => isDatabase) &&
      `import { classifyDatabase } from ${text('@octollm/errors/classify/database')}${end}`,
    needsPipeline &&
      `import { pipeline${isTyped ? ', type Strategy' : ''} } from ${text('@octollm/errors/pipeline')}${end}`,
    (forms.has('idempotent') || forms.has('not-sent')) &&
      `import { createRetry } from ${text('@octollm/errors/retry')}${end}`,
    needsPipeline && `import { timeout } from ${text('@octollm/errors/timeout')}${end}`,
  ];
  const blocks = services.flatMap((service) => {
    const served = policies.filter((policy) => policy.service === service);
    // One database may be called by two clients, and what knows databases knows the rest as well.
    const options = [`name: ${text(service)}`, ...(served.some(({ isDatabase }) => isDatabase) ? [classifier] : [])];
    return [
      `const ${toCamel(service)}Breaker = createBreaker({ ${options.join(', ')} })${end}`,
      ...served
        .sort((one, other) => (one.name < other.name ? -1 : 1))
        .map((policy) => writePolicy(policy, style, isTyped)),
    ];
  });
  const opening = licence === undefined ? [] : [licence];
  const lines = [...opening, imports.filter((line) => line !== false).join('\n'), ...blocks].join('\n\n');
  return `${lines}\n`.replace(/\n {2}/g, `\n${style.indent}`).replace(/\n/g, lineEnd);
}

function writePolicy(
  { name, service, timeoutMs, form, isDatabase }: Policy,
  { quote, semicolon: end }: CodeStyle,
  isTyped: boolean,
): string {
  const breaker = `${toCamel(service)}Breaker`;
  const text = (value: string): string => `${quote}${value}${quote}`;
  if (form === 'client') {
    const type = isTyped ? ': typeof fetch' : '';
    return [
      `/** Sends the requests of a client that repeats them itself. */`,
      `export const ${name}${type} = (input, init) =>`,
      `  ${breaker}.execute(() => fetch(input, init), { signal: init?.signal ?? undefined })${end}`,
    ].join('\n');
  }
  const limit = (milliseconds: number, mode: string): string =>
    `timeout({ timeoutMs: ${toNumber(milliseconds)}, operation: ${text(service)}${mode} })`;
  const layers = [
    ...(form === 'never' ? [] : [limit(timeoutMs * attempts, '')]),
    ...(form === 'idempotent' || form === 'not-sent' ? [writeRetry(form, isDatabase)] : []),
    breaker,
    limit(timeoutMs, `, mode: ${text('race')}`),
  ];
  return [
    `/** ${descriptions[form]} */`,
    `export const ${name}${isTyped ? ': Strategy' : ''} = pipeline(`,
    ...layers.map((layer) => `  ${layer},`),
    `)${end}`,
  ].join('\n');
}

function writeRetry(form: 'idempotent' | 'not-sent', isDatabase: boolean): string {
  const options = [...(form === 'idempotent' ? ['idempotent: true'] : []), ...(isDatabase ? [classifier] : [])];
  return options.length > 0 ? `createRetry({ ${options.join(', ')} })` : 'createRetry()';
}

const descriptions: Readonly<Record<Exclude<Policy['form'], 'client'>, string>> = {
  idempotent: 'Guards calls that may be made twice.',
  'not-sent': 'Guards calls that are made again only when they were certainly not sent.',
  never: 'Guards calls that are made once.',
};

function toNumber(milliseconds: number): string {
  return String(milliseconds).replace(/\B(?=(?:\d{3})+$)/g, '_');
}
