import { describe, expect, it } from 'vitest';
import { MemoryCache, OrderCache } from '../src/cache/cache.js';
import { RedisCache } from '../src/cache/redis-cache.js';
import { order } from './support.js';

function setUp() {
  const client = new MemoryCache();
  const cache = new OrderCache(client);
  let loads = 0;
  const load = async () => {
    loads++;
    return order();
  };
  return { client, cache, load, loads: () => loads };
}

describe('OrderCache', () => {
  it('loads an order once', async () => {
    const { cache, load, loads } = setUp();
    expect(await cache.get('ord_1', load)).toEqual(order());
    expect(await cache.get('ord_1', load)).toEqual(order());
    expect(loads()).toBe(1);
  });

  it('loads once for everybody who asks at the same time', async () => {
    const { cache, load, loads } = setUp();
    await Promise.all([cache.get('ord_1', load), cache.get('ord_1', load), cache.get('ord_1', load)]);
    expect(loads()).toBe(1);
  });

  it('loads when the cache is down', async () => {
    const { client, cache, load } = setUp();
    client.failNext('get', new Error('ECONNREFUSED'));
    expect(await cache.get('ord_1', load)).toEqual(order());
  });

  it('loads when the entry is broken', async () => {
    const { client, cache, load, loads } = setUp();
    await client.set('order:ord_1', '{"id":');
    expect(await cache.get('ord_1', load)).toEqual(order());
    expect(loads()).toBe(1);
  });

  it('passes the failure of the loader on, and asks again next time', async () => {
    const { cache, load } = setUp();
    await expect(cache.get('ord_1', () => Promise.reject(new Error('Order ord_1 not found')))).rejects.toThrow(
      /not found/,
    );
    expect(await cache.get('ord_1', load)).toEqual(order());
  });

  it('says that the cache is full', async () => {
    const cache = new OrderCache(new MemoryCache(1));
    await cache.store(order());
    await expect(cache.store(order({ id: 'ord_2' }))).rejects.toThrow(/capacity/i);
  });

  it('survives a failed invalidation', async () => {
    const { client, cache } = setUp();
    client.failNext('del', new Error('ECONNRESET'));
    await expect(cache.invalidate('ord_1')).resolves.toBeUndefined();
  });
});

describe('RedisCache', () => {
  it('refuses an address that is not one of redis', () => {
    expect(() => new RedisCache('http://localhost')).toThrow(/redis connection string/);
  });
});
