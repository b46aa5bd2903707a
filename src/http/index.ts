export { toGatewayStatus } from './gateway-status.ts';
export { getStatus } from './status-map.ts';
export type { StatusOptions } from './status-map.ts';
