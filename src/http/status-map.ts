import { readCodes } from '../errors/brand.ts';
import { readProperty } from '../errors/read-property.ts';
import { toGatewayStatus } from './gateway-status.ts';

/** Says whose fault a status on a foreign error is. */
export interface StatusOptions {
  /**
   * `service` (the default): the status came from an upstream that refused our request, so 401 or 429 is never replayed.
   * `client`: the upstream only relayed what our client did wrong, so a status from 400 to 499 is passed on.
   */
  readonly attributeTo?: 'client' | 'service';
}

/**
 * Returns the HTTP status of the response that reports a thrown value.
 *
 * An error of the standard carries its status as data, so no order of tests can hide the most specific one. On a foreign
 * error, `expose: true` (the convention of Express, Koa and http-errors) marks a status that is meant for the client.
 *
 * @param thrown Any value; hostile ones are 500.
 * @param options Whose fault a status on a foreign error is.
 */
export function getStatus(thrown: unknown, options: StatusOptions = {}): number {
  const status = readStatus(thrown);
  if (readCodes(thrown).length > 0) return status ?? 500;
  if (status === undefined) return getStatusByName(readProperty(thrown, 'name'));

  const isForClient = options.attributeTo === 'client' || readProperty(thrown, 'expose') === true;
  return isForClient && status < 500 ? status : toGatewayStatus(status);
}

function readStatus(thrown: unknown): number | undefined {
  const response = readProperty(thrown, 'response');
  const candidates = [
    readProperty(thrown, 'status'),
    readProperty(thrown, 'statusCode'),
    readProperty(response, 'status'),
    readProperty(response, 'statusCode'),
  ];
  return candidates.find(
    (value): value is number => Number.isInteger(value) && Number(value) >= 400 && Number(value) <= 599,
  );
}

function getStatusByName(name: unknown): number {
  if (name === 'AbortError') return 499;
  return name === 'TimeoutError' ? 504 : 500;
}
