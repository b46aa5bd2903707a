import { extname } from 'node:path';
import { Project, ts } from 'ts-morph';
import { findErrorModule } from './error-module.ts';
import type { TypeScriptConfig } from './typescript-config.ts';

export interface ProjectInput {
  /** Files of the project that the configuration may not name. */
  readonly files: readonly string[];
  /** Texts of an earlier stage, by absolute path, that lie over the files on disk. */
  readonly texts: ReadonlyMap<string, string>;
  /** Where the classes of the hierarchy come from: read along, so that the checker knows them. */
  readonly errorModule: string;
}

export interface OpenedProject {
  readonly project: Project;
  /** The file that declares the classes of the hierarchy; undefined when the project cannot reach it. */
  readonly errorModule: string | undefined;
}

/** Opens the files of a configuration with the TypeScript that ts-morph brings along; types are computed when somebody asks. */
export function openProject(config: TypeScriptConfig, { files, texts, errorModule }: ProjectInput): OpenedProject {
  const hasScripts = files.some((file) => /\.[cm]?jsx?$/.test(extname(file)));
  const found = findErrorModule(errorModule, config);
  const project = new Project({
    compilerOptions: {
      ...config.options,
      ...(hasScripts && { allowJs: true }),
      ...(found?.paths && { paths: { ...config.options.paths, ...found.paths } }),
    },
    skipAddingFilesFromTsConfig: true,
  });
  if (found) project.addSourceFileAtPathIfExists(found.path);
  const made = [...texts.keys()].filter((path) => /\.[cm]?[jt]sx?$/.test(path) && !ts.sys.fileExists(path));
  for (const path of new Set([...config.files, ...files, ...made])) {
    const text = texts.get(path);
    if (text === undefined) project.addSourceFileAtPathIfExists(path);
    else project.createSourceFile(path, text.replace(/^\uFEFF/, ''), { overwrite: true });
  }
  return { project, errorModule: found?.path };
}
