import { loadTransform, type LoadedTransform } from '../syntax/load-transform.ts';

/** `catch-any-to-unknown` for jscodeshift's own command. */
const transform: LoadedTransform = loadTransform('catch-any-to-unknown');
export default transform;
