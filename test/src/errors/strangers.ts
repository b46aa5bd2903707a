/** Builds values that somebody could throw and that resist inspection, by what is odd about them. */
export function createHostileValues(): ReadonlyMap<string, unknown> {
  const fail = (): never => {
    throw new Error('Hands off');
  };
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();
  const cyclic: Record<string, unknown> = {};
  cyclic['self'] = cyclic;

  return new Map<string, unknown>([
    ['a getter that throws', Object.defineProperty({}, 'message', { get: fail, enumerable: true })],
    ['a message that is no text', { message: { nested: true } }],
    ['no prototype', Object.create(null)],
    ['a revoked proxy', revoked.proxy],
    ['a proxy whose traps throw', new Proxy(new Error('x'), { get: fail, getPrototypeOf: fail, has: fail })],
    ['a cycle', cyclic],
    ['a toJSON that throws', { toJSON: fail }],
    ['a toString that throws', { toString: fail, valueOf: fail, [Symbol.toPrimitive]: fail }],
    ['a bigint inside', { id: 1n }],
    ['a symbol', Symbol('odd')],
    ['a function', () => undefined],
  ]);
}
