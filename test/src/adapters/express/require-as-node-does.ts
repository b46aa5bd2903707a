import { createRequire } from 'node:module';

// Vitest hands the condition `import` to Node for `require` too, so Express gets the namespace of this one module where it
// expects its function. Import this file before Express.
const require = createRequire(import.meta.url);
const loaded: unknown = require('is-promise');
const cached = require.cache[require.resolve('is-promise')];
if (cached && typeof loaded !== 'function') cached.exports = Reflect.get(Object(loaded), 'default');
