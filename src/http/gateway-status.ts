/**
 * Converts the status of an upstream's answer to the status of ours: 503 when it asks to come back later, 504 when it
 * was too slow, else 502, because what it refused is our request and not our client's.
 *
 * @param upstreamStatus The HTTP status that the upstream answered with.
 */
export function toGatewayStatus(upstreamStatus: number): 502 | 503 | 504 {
  if ([425, 429, 503, 529].includes(upstreamStatus)) return 503;
  return [408, 504, 524].includes(upstreamStatus) ? 504 : 502;
}
