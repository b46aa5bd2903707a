export { hedge } from './hedge.ts';
export type { HedgeOptions } from './hedge-options.ts';
