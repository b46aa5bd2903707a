/** Lists the typical situations in which code throws, as the structure around the throw shows them. */
export const situations = [
  'argument_refused',
  'value_missed',
  'environment_missing',
  'state_refused',
  'response_refused',
  'response_empty',
  'response_malformed',
  'call_failed',
  'parse_failed',
  'aborted',
  'timer_fired',
  'connection_ended',
  'limit_passed',
  'platform_lacks',
  'operation_unsupported',
  'process_failed',
] as const;

/** Names one such situation. */
export type Situation = (typeof situations)[number];
