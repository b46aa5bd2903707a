import type { TSESTree } from '@typescript-eslint/types';
import { visitorKeys } from '@typescript-eslint/visitor-keys';
import { createRequire } from 'node:module';
import type { Collection, JSCodeshift } from 'jscodeshift';

let loaded: JSCodeshift | undefined;

/** jscodeshift, which knows every node type of the TS-ESTree dialect here; it is loaded with the first file that needs it. */
export function getJscodeshift(): JSCodeshift {
  if (loaded) return loaded;
  // What the package exports is what its types say.
  loaded = createRequire(import.meta.url)('jscodeshift') as JSCodeshift;
  declareNodeTypes(loaded);
  return loaded;
}

/** The tree of a file as a collection of jscodeshift, to find nodes in; it is neither printed nor changed. */
export function createCollection(program: TSESTree.Program): Collection {
  // jscodeshift's types describe the trees of its own parsers; finding needs nothing but `type` and the fields of each node.
  return getJscodeshift()({ type: 'File', program, comments: [] } as unknown as Parameters<JSCodeshift>[0]);
}

/**
 * Declares the node types of TS-ESTree that the library lacks, without which it would refuse to walk through their parents,
 * and the children that it does not know of the others.
 */
function declareNodeTypes(j: JSCodeshift): void {
  const { namedTypes, Type, finalize, getFieldNames, builtInTypes } = j.types;
  for (const [type, keys = []] of Object.entries(visitorKeys)) {
    const definition = Type.def(type);
    if (type in namedTypes) {
      const known = new Set(getFieldNames({ type }));
      // A finished definition takes no further field, but its list of children is what a walk goes by.
      definition.fieldNames.push(...keys.filter((key) => !known.has(key)));
    } else {
      definition.bases('Node');
      for (const key of keys) definition.field(key, builtInTypes.object);
      // What `find` is asked for, such as `j.PropertyDefinition`, and what it looks up by itself.
      for (const names of [j, namedTypes]) Object.assign(names, { [type]: definition.type });
    }
  }
  finalize();
}
