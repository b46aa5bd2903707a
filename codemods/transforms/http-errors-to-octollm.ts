import { loadTransform, type LoadedTransform } from '../syntax/load-transform.ts';

/** `http-errors-to-octollm` for jscodeshift's own command. */
const transform: LoadedTransform = loadTransform('http-errors-to-octollm');
export default transform;
