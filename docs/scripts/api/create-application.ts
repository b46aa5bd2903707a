import { join } from 'node:path';
import { Application, OptionDefaults, TSConfigReader } from 'typedoc';
import { repository } from '../repository.ts';
import type { ApiEntry } from './entries.ts';

/** Marks the type of an object that another library makes and describes; only its own docstring is asked for. */
export const describedElsewhere = '@external';

/**
 * Creates the TypeDoc that reads the docstrings and writes Markdown, one page an entry.
 *
 * @param entries What to document.
 * @param tsconfig The project that the entries belong to.
 */
export async function createApplication(entries: readonly ApiEntry[], tsconfig: string): Promise<Application> {
  return Application.bootstrapWithPlugins(
    {
      name: '@octollm/errors',
      logLevel: 'Warn',
      plugin: ['typedoc-plugin-markdown'],
      tsconfig,
      entryPoints: entries.map(({ file }) => file),
      // `npm run typecheck` looks for errors of types; here they would only hide those of docstrings.
      skipErrorChecking: true,
      basePath: repository,
      disableGit: true,
      excludeExternals: true,
      excludePrivate: true,
      excludeInternal: true,
      readme: join(import.meta.dirname, 'introduction.md'),
      modifierTags: [...OptionDefaults.modifierTags, describedElsewhere],
      validation: { notExported: true, invalidLink: true, invalidPath: true, rewrittenLink: true },
      sort: ['alphabetical'],
      // What a reader calls comes first, then what is handed over and returned.
      groupOrder: [
        'Functions',
        'Variables',
        'Classes',
        'Interfaces',
        'Type Aliases',
        'Constructors',
        'Properties',
        '*',
      ],
      ...markdown,
    },
    [new TSConfigReader()],
  );
}

/** The options of the plugin, which TypeDoc's own type does not list. */
const markdown: Readonly<Record<string, unknown>> = {
  router: 'module',
  entryFileName: 'index',
  mergeReadme: true,
  hidePageHeader: true,
  hideBreadcrumbs: true,
  useCodeBlocks: true,
  useHTMLAnchors: true,
  expandParameters: true,
  indexFormat: 'table',
  parametersFormat: 'table',
  interfacePropertiesFormat: 'table',
  classPropertiesFormat: 'list',
  typeAliasPropertiesFormat: 'table',
  typeDeclarationFormat: 'table',
  tableColumnSettings: { hideSources: true, hideModifiers: true, hideInherited: true, hideOverrides: true },
  pageTitleTemplates: { module: '@octollm/errors/{rawName}' },
};
