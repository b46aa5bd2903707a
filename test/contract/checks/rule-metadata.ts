import { Ajv, type ValidateFunction } from 'ajv';
import type { Rule } from '../../../rules/plugin/create-rule.ts';
import { presetNames } from '../../../rules/plugin/presets.ts';
import { getTeachingId } from '../../../rules/plugin/teaching.ts';

const longestMessage = 160;
const longestLesson = 320;

interface Schema {
  readonly type?: string;
  readonly description?: string;
  readonly additionalProperties?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

/** Lists what a rule's metadata gets wrong: name, description, messages, schema, defaults, presets, languages. */
export function findMetadataProblems(name: string, rule: Rule): string[] {
  const { meta } = rule;
  const problems = [...findTextProblems(rule), ...findSchemaProblems(rule)];
  if (rule.name !== name) problems.push(`is named ${rule.name}`);
  if (!meta.docs?.url?.endsWith(`/docs/rules/${name}.md`)) problems.push(`links to ${String(meta.docs?.url)}`);
  const languages: unknown = 'languages' in meta ? meta.languages : undefined;
  if (JSON.stringify(languages) !== '["js/js"]') problems.push('does not declare the language js/js');
  return problems.map((problem) => `${name} ${problem}`);
}

function findTextProblems({ meta }: Rule): string[] {
  const problems: string[] = [];
  const description = meta.docs?.description ?? '';
  if (!/^(?:Disallow|Require|Enforce) .*[^.]$/.test(description)) problems.push(`is described as "${description}"`);
  for (const [id, message] of Object.entries(meta.messages)) {
    const taught = meta.messages[getTeachingId(id)];
    if (taught !== undefined) problems.push(...findMessageProblems(message), ...findLessonProblems(message, taught));
  }
  return problems;
}

function findMessageProblems(message: string): string[] {
  const problems: string[] = [];
  if (!isSentence(message)) problems.push(`has a message that is no sentence: "${message}"`);
  if (message.length > longestMessage) problems.push(`has a message of ${message.length} characters: "${message}"`);
  return problems;
}

/** A lesson is the message, then why and how, each a sentence that goes on behind its colon. */
function findLessonProblems(message: string, taught: string): string[] {
  const lesson = taught.slice(message.length);
  const [, why = '', how = ''] = /^ Why: (.*) How: (.*)$/.exec(lesson) ?? [];
  const problems = [why, how]
    .filter((part) => !/^(?:[a-z]|`)/.test(part) || !isSentence(`Code ${part}`))
    .map((part) => `has a lesson that is no sentence: "${part}"`);
  if (lesson.length > longestLesson) problems.push(`has a lesson of ${lesson.length} characters: "${lesson}"`);
  return problems;
}

/** It starts with a capital, code or data, ends in its only full stop, and keeps code in pairs of backticks. */
function isSentence(message: string): boolean {
  const prose = message.replace(/`[^`]*`/g, 'code').replace(/\{\{\w+\}\}/g, 'Data');
  return /^(?:[A-Z]|code)[^.]*\.$/.test(prose) && !prose.includes('`') && !/\s{2}/.test(message);
}

function findSchemaProblems({ meta }: Rule): string[] {
  // `createRule` builds a list of one schema and one object of defaults.
  const [schema, ...rest] = meta.schema as readonly Schema[];
  const [defaults] = (meta.defaultOptions ?? []) as readonly object[];
  if (!schema || !defaults || rest.length > 0) return ['does not take exactly one options object'];
  const problems: string[] = [];
  if (schema.additionalProperties !== false) problems.push('accepts unknown options');
  problems.push(...findUndescribed(schema, 'options').map((path) => `does not describe ${path}`));
  const missing = Object.keys(schema.properties ?? {}).filter((option) => !Object.hasOwn(defaults, option));
  problems.push(...missing.map((option) => `has no default for ${option}`));
  const compiled = compile(schema);
  if (typeof compiled === 'string') return [...problems, `has an invalid schema: ${compiled}`];
  if (!compiled(defaults)) problems.push(`has defaults that its schema refuses: ${describeErrors(compiled)}`);
  for (const preset of presetNames) {
    const entry = meta.docs?.presets[preset];
    if (entry === undefined || typeof entry === 'string') continue;
    if (!compiled(entry[1]))
      problems.push(`has options in ${preset} that its schema refuses: ${describeErrors(compiled)}`);
  }
  return problems;
}

function findUndescribed(schema: Schema, path: string): string[] {
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    const isDescribed = /^[A-Z].*\.$/.test(property.description ?? '');
    return [...(isDescribed ? [] : [`${path}.${name}`]), ...findUndescribed(property, `${path}.${name}`)];
  });
  return schema.items ? [...own, ...findUndescribed(schema.items, `${path}[]`)] : own;
}

/** The compiled schema, or why it is none. */
function compile(schema: Schema): ValidateFunction | string {
  try {
    return new Ajv({ strict: true, allErrors: true }).compile(schema);
  } catch (error) {
    return String(error);
  }
}

function describeErrors({ errors }: ValidateFunction): string {
  return (errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`).join(', ');
}
