import { getPropertyName } from '../dotted-name.ts';
import { getImportedName } from '../imported-name.ts';
import type { Node, Source } from '../source.ts';
import { unwrapExpression } from '../unwrap-expression.ts';

/** Functions of Node's modules whose last argument is called with an error first. */
// prettier-ignore
const functions: Readonly<Record<string, readonly string[]>> = {
  fs: [
    'access', 'appendFile', 'chmod', 'chown', 'copyFile', 'cp', 'fsync', 'ftruncate', 'futimes', 'glob', 'lchown', 'link', 'lstat',
    'lutimes', 'mkdir', 'mkdtemp', 'open', 'opendir', 'read', 'readFile', 'readdir', 'readlink', 'readv', 'realpath', 'rename', 'rm',
    'rmdir', 'stat', 'statfs', 'symlink', 'truncate', 'unlink', 'utimes', 'write', 'writeFile', 'writev', 'close', 'fstat',
  ],
  child_process: ['exec', 'execFile'],
  crypto: ['generateKey', 'generateKeyPair', 'hkdf', 'pbkdf2', 'randomBytes', 'randomFill', 'randomInt', 'scrypt'],
  dns: ['lookup', 'lookupService', 'resolve', 'resolve4', 'resolve6', 'resolveMx', 'resolveNs', 'resolveSrv', 'resolveTxt', 'reverse'],
  stream: ['pipeline'],
  zlib: ['brotliCompress', 'brotliDecompress', 'deflate', 'deflateRaw', 'gunzip', 'gzip', 'inflate', 'inflateRaw', 'unzip'],
};

const fullNames = new Set(
  Object.entries(functions).flatMap(([module, names]) => names.map((name) => `${module}.${name}`)),
);
const lastNames = new Set(Object.values(functions).flat());

/** Whether a glance at a callee allows a function of Node; nothing is looked up for it. */
export function isNamedAsNodeFunction(callee: Node): boolean {
  const inner = unwrapExpression(callee);
  if (inner.type === 'Identifier') return lastNames.has(inner.name);
  return inner.type === 'MemberExpression' && lastNames.has(getPropertyName(inner) ?? '');
}

/** Whether a callee is a function of Node that tells its callback of failures, and not one that only bears its name. */
export function isNodeFunction(source: Source, callee: Node): boolean {
  if (!isNamedAsNodeFunction(callee)) return false;
  const name = getImportedName(source, callee)?.replace(/^(?:graceful-fs|fs-extra)\./, 'fs.');
  return name !== undefined && fullNames.has(name);
}
