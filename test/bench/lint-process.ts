import { pathToFileURL } from 'node:url';
import * as parser from '@typescript-eslint/parser';
import { ESLint, type Linter } from 'eslint';
import octollm, { type OctollmPlugin } from 'eslint-plugin-octollm';

/* One ESLint run as a process of its own, so that whole runs can be compared: prints what it took as JSON. */

/** What a run of ESLint is to do. */
export interface LintJob {
  readonly folder: string;
  /** The preset of ours whose rules run. */
  readonly preset: 'recommended' | 'strict' | null;
  /** Further rules, as errors with their default options, and the plugins that they come from, by prefix. */
  readonly rules: readonly string[];
  readonly plugins: Readonly<Record<string, string>>;
  /** Whether ESLint's clock runs for each rule, which takes time itself. */
  readonly hasClock: boolean;
}

/** What a run took: milliseconds. */
export interface LintCost {
  /** The process from its start to its end. */
  readonly wall: number;
  /** What it kept processors busy for, which other processes on the machine do not change. */
  readonly processor: number;
  readonly parse: number;
  readonly rules: Readonly<Record<string, number>>;
  readonly reports: number;
}

type Plugins = NonNullable<Linter.Config['plugins']>;

const job = JSON.parse(process.argv[2] ?? '') as LintJob;
const plugin: OctollmPlugin = octollm;
const plugins: Plugins = { octollm: plugin };
for (const [prefix, file] of Object.entries(job.plugins)) {
  const module = (await import(pathToFileURL(file).href)) as { readonly default: Plugins[string] };
  plugins[prefix] = module.default;
}
const rules: Linter.RulesRecord = job.preset ? { ...plugin.configs[job.preset].rules } : {};
for (const rule of job.rules) rules[rule] = 'error';
const config: Linter.Config = {
  files: ['**/*.{ts,tsx,mts,cts}'],
  languageOptions: { parser, sourceType: 'module' },
  // The directives in the files are for the rules of their authors.
  linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' },
  plugins,
  rules,
};
const eslint = new ESLint({
  cwd: job.folder,
  overrideConfigFile: true,
  overrideConfig: [config],
  stats: job.hasClock,
});

let parse = 0;
let reports = 0;
const times: Record<string, number> = {};
for (const { messages, stats } of await eslint.lintFiles(['.'])) {
  reports += messages.filter((message) => message.ruleId !== null).length;
  for (const pass of stats?.times.passes ?? []) {
    parse += pass.parse?.total ?? 0;
    for (const [rule, { total }] of Object.entries(pass.rules ?? {})) times[rule] = (times[rule] ?? 0) + total;
  }
}
const { user, system } = process.cpuUsage();
const cost: LintCost = { wall: performance.now(), processor: (user + system) / 1_000, parse, rules: times, reports };
process.stdout.write(JSON.stringify(cost));
