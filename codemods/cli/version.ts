import { createRequire } from 'node:module';

/** The version in the manifest of this package, found by its name because sources and build lie at different depths. */
export function readVersion(): string {
  const manifest: unknown = createRequire(import.meta.url)('@octollm/codemods/package.json');
  const isManifest = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
  return isManifest ? String(manifest.version) : 'unknown';
}
