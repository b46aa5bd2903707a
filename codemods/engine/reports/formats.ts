import { formatGithub } from './github.ts';
import { formatJson } from './json.ts';
import { formatMarkdown } from './markdown.ts';
import type { ReportView } from './report-view.ts';
import { formatSarif } from './sarif.ts';
import { formatText } from './text.ts';

export type FormatName = 'text' | 'json' | 'sarif' | 'markdown' | 'github';

/** Every form that a report can have, by the name that `--format` takes. */
export const formats: Readonly<Record<FormatName, (view: ReportView) => string>> = {
  text: formatText,
  json: formatJson,
  sarif: formatSarif,
  markdown: formatMarkdown,
  github: formatGithub,
};

export const formatNames: readonly string[] = Object.keys(formats);
