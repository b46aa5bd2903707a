import type { ErrorKind, Severity, Signals } from './catalog-entry.ts';
import { errorKinds, severities } from './catalog-entry.ts';
import type { Situation } from './situation.ts';
import { situations } from './situation.ts';

/** Holds what a project wrote about one class, before its parent and the defaults fill the gaps. */
export interface EntryDraft {
  readonly name: string;
  readonly parent: string | null;
  readonly path: string;
  readonly code: string | undefined;
  readonly kind: ErrorKind | undefined;
  readonly status: number | undefined;
  readonly severity: Severity | undefined;
  readonly retryable: boolean | null | undefined;
  readonly title: string | undefined;
  readonly details: Readonly<Record<string, string>>;
  readonly doc: string | undefined;
  readonly signals: Signals;
}

/** Receives one problem: the JSON path of the value, and what is wrong with it. */
export type ReportProblem = (path: string, problem: string) => void;

type JsonObject = Readonly<Record<string, unknown>>;

const entryProperties = [
  'name',
  'parent',
  'code',
  'kind',
  'status',
  'severity',
  'retryable',
  'title',
  'details',
  'doc',
  'signals',
];
const signalProperties = ['words', 'systemCodes', 'statuses', 'providerCodes', 'callees', 'classes', 'situations'];

/** Reads one entry of a catalogue and reports each of its problems; `undefined` when it has no usable name. */
export function parseEntry(json: unknown, path: string, report: ReportProblem): EntryDraft | undefined {
  if (!isObject(json)) {
    report(path, 'must be an object');
    return undefined;
  }
  reportUnknown(json, entryProperties, path, report);
  const read = <T>(key: string, is: (value: unknown) => value is T, expected: string): T | undefined =>
    readProperty(json, key, path, is, expected, report);

  const draft = {
    path,
    parent: read('parent', isNameOrNull, 'a class name or `null`') ?? null,
    code: read('code', isCode, 'a text without spaces, such as `PAYMENT_FAILED`'),
    kind: read('kind', isKind, `one of ${errorKinds.map((kind) => `\`${kind}\``).join(', ')}`),
    status: read('status', isStatus, 'an HTTP status from 400 to 599'),
    severity: read('severity', isSeverity, `one of ${severities.map((severity) => `\`${severity}\``).join(', ')}`),
    retryable: read('retryable', isBooleanOrNull, '`true`, `false` or `null`'),
    title: read('title', isText, 'a text that is not empty'),
    details: read('details', isTextRecord, 'an object that gives each detail its TypeScript type as text') ?? {},
    doc: read('doc', isText, 'a text that is not empty'),
    signals: parseSignals(json['signals'], `${path}.signals`, report),
  };
  const name = json['name'];
  if (isName(name)) return { name, ...draft };
  report(`${path}.name`, 'must be a class name, such as `PaymentError`');
  return undefined;
}

function parseSignals(json: unknown, path: string, report: ReportProblem): Signals {
  const signals = readObject(json, path, signalProperties, report);
  const words = readObject(signals['words'], `${path}.words`, ['strong', 'weak'], report);
  const texts = (from: JsonObject, key: string, at: string): readonly string[] =>
    readProperty(from, key, at, isTexts, 'a list of texts', report) ?? [];
  const phrases = (key: string): string[] => texts(words, key, `${path}.words`).map((word) => word.toLowerCase());

  return {
    words: { strong: phrases('strong'), weak: phrases('weak') },
    systemCodes: texts(signals, 'systemCodes', path),
    statuses: readProperty(signals, 'statuses', path, isStatuses, 'a list of HTTP statuses', report) ?? [],
    providerCodes: texts(signals, 'providerCodes', path),
    callees: texts(signals, 'callees', path),
    classes: texts(signals, 'classes', path),
    situations:
      readProperty(
        signals,
        'situations',
        path,
        isSituations,
        `a list of ${situations.map((name) => `\`${name}\``).join(', ')}`,
        report,
      ) ?? [],
  };
}

function readObject(json: unknown, path: string, properties: readonly string[], report: ReportProblem): JsonObject {
  if (json === undefined) return {};
  if (!isObject(json)) {
    report(path, 'must be an object');
    return {};
  }
  reportUnknown(json, properties, path, report);
  return json;
}

function readProperty<T>(
  json: JsonObject,
  key: string,
  path: string,
  is: (value: unknown) => value is T,
  expected: string,
  report: ReportProblem,
): T | undefined {
  const value = json[key];
  if (value === undefined) return undefined;
  if (is(value)) return value;
  report(`${path}.${key}`, `must be ${expected}`);
  return undefined;
}

function reportUnknown(json: JsonObject, known: readonly string[], path: string, report: ReportProblem): void {
  for (const key of Object.keys(json)) {
    if (!known.includes(key)) report(`${path}.${key}`, `is no property that a catalogue knows (${known.join(', ')})`);
  }
}

/** Tells whether a JSON value is an object and not a list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
const isCode = (value: unknown): value is string => typeof value === 'string' && /^\S+$/.test(value);
const isName = (value: unknown): value is string => typeof value === 'string' && /^[A-Za-z_$][\w$]*$/.test(value);
const isNameOrNull = (value: unknown): value is string | null => value === null || isName(value);
const isBooleanOrNull = (value: unknown): value is boolean | null => value === null || typeof value === 'boolean';
const isKind = (value: unknown): value is ErrorKind => errorKinds.some((kind) => kind === value);
const isSeverity = (value: unknown): value is Severity => severities.some((severity) => severity === value);
const isStatus = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 400 && value <= 599;
const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(isText);
const isStatuses = (value: unknown): value is readonly number[] => Array.isArray(value) && value.every(isStatus);
const isSituations = (value: unknown): value is readonly Situation[] =>
  Array.isArray(value) && value.every((name) => situations.some((situation) => situation === name));
const isTextRecord = (value: unknown): value is Readonly<Record<string, string>> =>
  isObject(value) && Object.values(value).every(isText);
