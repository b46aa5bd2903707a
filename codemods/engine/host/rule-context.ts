import { InternalError } from '@octollm/errors/errors';
import type { OctollmRule } from 'eslint-plugin-octollm';
import type { Node } from 'eslint-plugin-octollm/patterns';
import type { HostSource } from '../source/host-source.ts';
import type { Position } from '../source/line-index.ts';
import { interpolate } from './interpolate.ts';
import type { Report } from './report.ts';

/** What a rule gets to know beside the file. */
export interface HostEnvironment {
  readonly filename: string;
  readonly cwd: string;
  /** What stands under `settings` of an ESLint configuration. */
  readonly settings: Readonly<Record<string, unknown>>;
}

interface ReportDescriptor {
  readonly node?: Node;
  readonly loc?: Position | { readonly start: Position; readonly end: Position };
  readonly messageId: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** Builds the `context` that ESLint would hand to a rule; fixes and suggestions of a report are left unread. */
export function createRuleContext(
  name: string,
  rule: OctollmRule,
  options: readonly object[],
  source: HostSource,
  environment: HostEnvironment,
  report: (report: Report) => void,
): object {
  return {
    id: `octollm/${name}`,
    options,
    sourceCode: source,
    filename: environment.filename,
    physicalFilename: environment.filename,
    cwd: environment.cwd,
    settings: environment.settings,
    languageOptions: { ecmaVersion: 2026, sourceType: 'module', parserOptions: {} },
    report: (descriptor: ReportDescriptor): void => {
      const data = descriptor.data ?? {};
      const template = rule.meta.messages[descriptor.messageId];
      if (template === undefined)
        throw new InternalError(
          `The rule \`octollm/${name}\` reports the unknown message \`${descriptor.messageId}\`.`,
        );
      const { messageId } = descriptor;
      report({ rule: name, messageId, message: interpolate(template, data), data, ...locate(descriptor, source) });
    },
  };
}

function locate(
  descriptor: ReportDescriptor,
  source: HostSource,
): Pick<Report, 'line' | 'column' | 'endLine' | 'endColumn'> {
  const { start, end } = getLocation(descriptor, source);
  return { line: start.line, column: start.column + 1, endLine: end.line, endColumn: end.column + 1 };
}

function getLocation(descriptor: ReportDescriptor, source: HostSource): { start: Position; end: Position } {
  const { loc, node } = descriptor;
  if (loc) return 'start' in loc ? loc : { start: loc, end: loc };
  if (!node) throw new InternalError('A report names neither a node nor a location.');
  return { start: source.getLocFromIndex(node.range[0]), end: source.getLocFromIndex(node.range[1]) };
}
