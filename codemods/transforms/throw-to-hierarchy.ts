import { loadTransform, type LoadedTransform } from '../syntax/load-transform.ts';

/** `throw-to-hierarchy` for jscodeshift's own command. */
const transform: LoadedTransform = loadTransform('throw-to-hierarchy');
export default transform;
