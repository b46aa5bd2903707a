import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LeftAlone } from '../../../codemods/engine/transform/transform-result.ts';
import type { ChosenOptions } from '../../../codemods/engine/transform/codemod-options.ts';
import type { ConstructorShape } from '../../../codemods/engine/transform/project-questions.ts';

/** What `options.json` of a case, or of all cases of a codemod, may hold. */
export interface CaseOptions {
  /** What stands under `settings.octollm`. */
  readonly settings?: object;
  /** What is chosen for the codemod. */
  readonly options?: ChosenOptions;
  /** Applies what may change behaviour as well. */
  readonly unsafe?: boolean;
  /** Path of the file in its project; `src/input.ts` with the ending of the input by default. */
  readonly file?: string;
  /** What the project answers; it knows nothing by default. A rest parameter's infinity is written as 99. */
  readonly project?: {
    readonly acceptsErrorOptions?: boolean;
    readonly constructors?: Readonly<Record<string, ConstructorShape>>;
  };
}

/** A site that must be left alone, as `findings.json` lists it; `manual` is the cause when none is given. */
export interface ExpectedSite {
  readonly kind: string;
  /** Counts from 1 in the input. */
  readonly line: number;
  readonly cause?: LeftAlone['cause'];
}

/** One folder of `cases/<codemod>/`. */
export interface CaseFolder {
  readonly name: string;
  readonly path: string;
  readonly input: string;
  /** The same as the input when the case must not change. */
  readonly expected: string;
  readonly sites: readonly ExpectedSite[];
  readonly options: CaseOptions;
}

const root = join(import.meta.dirname, '../cases');

/** Names the codemods that have cases. */
export function listCaseOwners(): string[] {
  return existsSync(root) ? readdirSync(root).sort() : [];
}

export function readCases(codemod: string): CaseFolder[] {
  const folder = join(root, codemod);
  const shared = readJson<CaseOptions>(join(folder, 'options.json')) ?? {};
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return names.map(({ name }) => readCase(join(folder, name), name, shared));
}

function readCase(folder: string, name: string, shared: CaseOptions): CaseFolder {
  const files = readdirSync(folder);
  const known = /^(?:(?:input|expected)\.(?:[cm]?[jt]s|[jt]sx)|(?:findings|options)\.json)$/;
  const [stray] = files.filter((file) => !known.test(file));
  if (stray !== undefined) throw new Error(`${folder} has a file that no case has: ${stray}`);
  const inputName = files.find((file) => file.startsWith('input.'));
  if (inputName === undefined) throw new Error(`${folder} has no input`);
  const options = { ...shared, ...readJson<CaseOptions>(join(folder, 'options.json')) };
  const input = readFileSync(join(folder, inputName), 'utf8');
  const expected = join(folder, inputName.replace('input', 'expected'));
  return {
    name,
    path: options.file ?? `src/${inputName}`,
    input,
    expected: existsSync(expected) ? readFileSync(expected, 'utf8') : input,
    sites: readJson<readonly ExpectedSite[]>(join(folder, 'findings.json')) ?? [],
    options,
  };
}

function readJson<Content>(path: string): Content | undefined {
  if (!existsSync(path)) return undefined;
  // Cases are ours: a wrong field makes its own test fail.
  return JSON.parse(readFileSync(path, 'utf8')) as Content;
}
