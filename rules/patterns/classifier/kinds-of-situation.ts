import type { ErrorKind, Situation } from '@octollm/errors/catalog';

/** What a situation means for a catalogue whose entries do not name situations. */
export const kindsOfSituation: Readonly<Record<Situation, readonly ErrorKind[]>> = {
  argument_refused: ['invalid_argument'],
  value_missed: ['not_found'],
  environment_missing: ['config'],
  state_refused: ['failed_precondition', 'internal'],
  response_refused: ['unavailable', 'transport'],
  response_malformed: ['invalid_response', 'unavailable'],
  response_empty: ['invalid_response', 'unavailable'],
  call_failed: ['internal'],
  parse_failed: ['invalid_response'],
  aborted: ['canceled'],
  timer_fired: ['timeout'],
  connection_ended: ['transport'],
  limit_passed: ['overloaded', 'usage_limit'],
  platform_lacks: ['config', 'unimplemented'],
  operation_unsupported: ['unimplemented', 'internal'],
  process_failed: ['internal'],
};
