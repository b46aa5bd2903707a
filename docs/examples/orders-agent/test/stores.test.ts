import { beforeEach, describe, expect, it } from 'vitest';
import { MemoryCache, OrderCache } from '../src/cache/cache.js';
import { RedisCache } from '../src/cache/redis-cache.js';
import { CustomerRepository } from '../src/db/customer-repository.js';
import { waitForDatabase, withConflictRetry } from '../src/db/database.js';
import { MemoryDatabase } from '../src/db/memory-database.js';
import { OrderRepository } from '../src/db/order-repository.js';
import { customer, order } from './support.js';

const lost = () => new Error('connection terminated unexpectedly');

let db: MemoryDatabase;
let orders: OrderRepository;
let customers: CustomerRepository;

beforeEach(() => {
  db = new MemoryDatabase();
  orders = new OrderRepository(db);
  customers = new CustomerRepository(db);
});

describe('OrderRepository', () => {
  it('gives back what was created', async () => {
    await orders.create(order());
    expect(await orders.get('ord_1')).toEqual(order());
  });

  it('refuses the same order twice', async () => {
    await orders.create(order());
    await expect(orders.create(order())).rejects.toThrow(/already exists/);
  });

  it('says which order is missing', async () => {
    await expect(orders.get('ord_9')).rejects.toThrow(/ord_9 not found/);
  });

  it('reports a lost connection as a database failure', async () => {
    db.failNext('findById', lost());
    await expect(orders.get('ord_1')).rejects.toThrow(/Database .*connection terminated/);
  });

  it('refuses a transition that the state does not allow', async () => {
    await orders.create(order());
    await expect(orders.moveTo('ord_1', 'fulfilled')).rejects.toThrow(/cannot go from received to fulfilled/);
  });

  it('puts risky orders on hold', async () => {
    await orders.create(order());
    const held = await orders.saveTriage('ord_1', { priority: 'high', risk: 0.95, reason: 'new card' });
    expect(held.status).toBe('on_hold');
  });

  it('refuses a risk outside of 0 to 1', async () => {
    await orders.create(order());
    await expect(orders.saveTriage('ord_1', { priority: 'low', risk: 3, reason: '' })).rejects.toThrow(/risk/);
  });

  it('rolls back when the amount does not match', async () => {
    await orders.create(order());
    await expect(orders.attachPayment('ord_1', 'ch_1', 1)).rejects.toThrow(/expected 900, received 1/);
    expect(await db.findWhere('payments', {})).toEqual([]);
  });

  it('rolls back when the second write fails', async () => {
    await orders.create(order());
    db.failNext('update', lost());
    await expect(orders.attachPayment('ord_1', 'ch_1', 900)).rejects.toThrow(/attach payment: connection terminated/);
    expect(await db.findWhere('payments', {})).toEqual([]);
  });

  it('shows no orders while the list cannot be read', async () => {
    await orders.create(order());
    db.failNext('findWhere', lost());
    expect(await orders.listByStatus('received')).toEqual([]);
    expect(await orders.listByStatus('received')).toHaveLength(1);
  });
});

describe('withConflictRetry', () => {
  it('tries again after a version conflict', async () => {
    let calls = 0;
    const result = await withConflictRetry(async () => {
      calls++;
      if (calls < 3) throw new Error('version conflict');
      return 'done';
    });
    expect(result).toBe('done');
    expect(calls).toBe(3);
  });

  it('gives up after five conflicts', async () => {
    await expect(withConflictRetry(() => Promise.reject(new Error('version conflict')))).rejects.toThrow(/5 attempts/);
  });

  it('passes other failures on', async () => {
    const failure = lost();
    await expect(withConflictRetry(() => Promise.reject(failure))).rejects.toBe(failure);
  });
});

describe('CustomerRepository', () => {
  it('refuses an address without @', async () => {
    await expect(customers.create(customer({ email: 'ada' }))).rejects.toThrow(/email/);
  });

  it('refuses the same address twice', async () => {
    await customers.create(customer());
    await expect(customers.create(customer({ id: 'cus_2' }))).rejects.toThrow(/already exists/);
  });

  it('changes the daily limit of a customer that exists', async () => {
    await customers.create(customer());
    await customers.setDailyLimit('cus_1', 5);
    expect((await customers.get('cus_1')).dailyLimit).toBe(5);
    await expect(customers.setDailyLimit('cus_9', 5)).rejects.toThrow(/cus_9 not found/);
  });
});

describe('databases', () => {
  it('waits until the database answers', async () => {
    db.failNext('ping', lost(), 3);
    await waitForDatabase(db);
    await db.close();
    await expect(db.ping()).rejects.toThrow(/closed/);
  });
});

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
