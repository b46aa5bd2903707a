import { logger } from '../logger.js';
import type { Order } from '../types.js';

export interface CacheClient {
  get(key: string): Promise<string | null>;
  set(key: string, value: string, ttlSeconds?: number): Promise<void>;
  del(key: string): Promise<void>;
  quit(): Promise<void>;
}

type Operation = 'get' | 'set' | 'del';

export class MemoryCache implements CacheClient {
  private entries = new Map<string, { value: string; expires: number }>();
  private faults: { operation: Operation; error: unknown }[] = [];

  constructor(private maxEntries = 10_000) {}

  failNext(operation: Operation, error: unknown): void {
    this.faults.push({ operation, error });
  }

  async get(key: string): Promise<string | null> {
    this.check('get');
    const entry = this.entries.get(key);
    if (!entry) return null;
    if (entry.expires < Date.now()) {
      this.entries.delete(key);
      return null;
    }
    return entry.value;
  }

  async set(key: string, value: string, ttlSeconds = 300): Promise<void> {
    this.check('set');
    if (this.entries.size >= this.maxEntries && !this.entries.has(key)) {
      throw new Error(`Cache is full: ${this.maxEntries} entries`);
    }
    this.entries.set(key, { value, expires: Date.now() + ttlSeconds * 1000 });
  }

  async del(key: string): Promise<void> {
    this.check('del');
    this.entries.delete(key);
  }

  async quit(): Promise<void> {
    this.entries.clear();
  }

  private check(operation: Operation): void {
    const index = this.faults.findIndex((fault) => fault.operation === operation);
    if (index >= 0) throw this.faults.splice(index, 1)[0].error;
  }
}

function decode(key: string, text: string): Order {
  try {
    return JSON.parse(text);
  } catch (e: any) {
    throw new Error(`Cache entry ${key} cannot be deserialized: ${e.message}`);
  }
}

/** Orders by id, read through: what the cache cannot give comes from the loader. */
export class OrderCache {
  private pending = new Map<string, Promise<Order>>();

  constructor(
    private client: CacheClient,
    private ttlSeconds = 60,
  ) {}

  async get(id: string, load: () => Promise<Order>): Promise<Order> {
    const key = `order:${id}`;
    try {
      const cached = await this.client.get(key);
      if (cached) return decode(key, cached);
    } catch (e: any) {
      logger.warn(`cache read failed for ${key}`, e);
    }

    const running = this.pending.get(id);
    if (running) return running;

    const loading = load();
    this.pending.set(id, loading);
    // whoever asked first awaits it below and gets the failure
    loading.catch(() => {}).finally(() => this.pending.delete(id));
    const order = await loading;
    this.store(order);
    return order;
  }

  async store(order: Order): Promise<void> {
    try {
      await this.client.set(`order:${order.id}`, JSON.stringify(order), this.ttlSeconds);
    } catch (e: any) {
      if (/full|OOM/.test(e.message)) {
        throw new Error('Cache capacity exceeded, raise maxmemory');
      }
      throw new Error(`Cache write of order ${order.id} failed: ${e.message}`);
    }
  }

  invalidate(id: string): Promise<void> {
    return this.client.del(`order:${id}`).catch(() => {});
  }
}
