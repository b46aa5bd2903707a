import { loadTransform, type LoadedTransform } from '../syntax/load-transform.ts';

/** `add-cause` for jscodeshift's own command. */
const transform: LoadedTransform = loadTransform('add-cause');
export default transform;
