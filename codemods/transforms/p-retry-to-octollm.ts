import { loadTransform, type LoadedTransform } from '../syntax/load-transform.ts';

/** `p-retry-to-octollm` for jscodeshift's own command. */
const transform: LoadedTransform = loadTransform('p-retry-to-octollm');
export default transform;
