import type { TSESTree } from '@typescript-eslint/utils';
import { createProvenanceContext } from '../provenance.ts';
import type { OctollmSettings } from '../settings/settings.ts';
import { isFunction, type Source } from '../source.ts';
import { findVariable } from '../variables.ts';
import type { ErrorMention } from './error-mentions.ts';

/** Reads the mention of a parameter that is an error by its type: `function write(file: string, error: Error) { … }`. */
export function getTypedMention(
  source: Source,
  settings: OctollmSettings,
  node: TSESTree.Identifier,
): ErrorMention | undefined {
  const variable = findVariable(source, node);
  const definition = variable?.defs[0];
  if (definition?.type !== 'Parameter' || !isFunction(definition.node) || !definition.node.body) return undefined;
  const { name: parameter } = definition;
  if (parameter.type !== 'Identifier' || !variable || !isError(parameter.typeAnnotation)) return undefined;
  const context = { ...createProvenanceContext(source, settings, []), variables: [variable] };
  return { node, name: node.name, body: definition.node.body, context };
}

/** A class below `Error` may know how to write itself. */
function isError(annotation: TSESTree.TSTypeAnnotation | undefined): boolean {
  const type = annotation?.typeAnnotation;
  return type?.type === 'TSTypeReference' && type.typeName.type === 'Identifier' && type.typeName.name === 'Error';
}
