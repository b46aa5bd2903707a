import { OrderStateError } from '../errors.js';
import type { Order, OrderStatus, Triage } from '../types.js';
import { type Database, type Row, withConflictRetry, withTransaction } from './database.js';

const transitions: Record<OrderStatus, OrderStatus[]> = {
  received: ['triaged', 'on_hold', 'cancelled'],
  triaged: ['charged', 'on_hold', 'cancelled'],
  on_hold: ['triaged', 'cancelled'],
  charged: ['fulfilled', 'cancelled'],
  fulfilled: [],
  cancelled: [],
};

function toOrder(row: Row): Order {
  if (!Array.isArray(row.lines)) {
    throw new Error(`Database row of order ${row.id} is corrupt: lines is not an array`);
  }
  return row as unknown as Order;
}

export class OrderRepository {
  constructor(private db: Database) {}

  async create(order: Order): Promise<Order> {
    try {
      await this.db.insert('orders', { ...order });
      return order;
    } catch (e: any) {
      if (e.message.includes('duplicate key')) {
        throw new Error(`Order ${order.id} already exists`);
      }
      throw new Error(`Database insert of order ${order.id} failed: ${e.message}`);
    }
  }

  async get(id: string): Promise<Order> {
    let row: Row | undefined;
    try {
      row = await this.db.findById('orders', id);
    } catch (e: any) {
      throw new Error(`Database query for order ${id} failed: ${e.message}`);
    }
    if (!row) {
      throw new Error(`Order ${id} not found`);
    }
    return toOrder(row);
  }

  async listByCustomer(customerId: string, limit = 50): Promise<Order[]> {
    if (limit > 200) {
      throw new Error('Invalid limit: must be at most 200');
    }
    const rows = await this.db.findWhere('orders', { customerId }, limit).catch((e: any) => {
      throw new Error(`Database query for the orders of ${customerId} failed: ${e.message}`);
    });
    return rows.map(toOrder);
  }

  async listByStatus(status: OrderStatus): Promise<Order[]> {
    try {
      const rows = await this.db.findWhere('orders', { status }, 1000);
      return rows.map(toOrder);
    } catch (e) {
      return [];
    }
  }

  async moveTo(id: string, status: OrderStatus, patch: Partial<Order> = {}): Promise<Order> {
    return withConflictRetry(async () => {
      const order = await this.get(id);
      if (!transitions[order.status].includes(status)) {
        throw new OrderStateError(id, order.status, status);
      }
      let changed: number;
      try {
        changed = await this.db.update('orders', id, { ...patch, status }, order.version);
      } catch (e: any) {
        throw new Error(`Database update of order ${id} failed: ${e.message}`);
      }
      if (changed === 0) {
        throw new Error(`Database update of order ${id} failed: version conflict`);
      }
      return this.get(id);
    });
  }

  async saveTriage(id: string, triage: Triage): Promise<Order> {
    if (triage.risk < 0 || triage.risk > 1) {
      throw new Error(`Invalid risk ${triage.risk}: must be between 0 and 1`);
    }
    return this.moveTo(id, triage.risk > 0.8 ? 'on_hold' : 'triaged', { triage });
  }

  async attachPayment(id: string, paymentId: string, amount: number): Promise<void> {
    await withTransaction(this.db, 'attach payment', async (tx) => {
      const row = await tx.findById('orders', id);
      if (!row) throw new Error(`Order ${id} not found`);
      if (row.total !== amount) {
        throw new Error(`Payment amount mismatch on order ${id}: expected ${row.total}, received ${amount}`);
      }
      await tx.insert('payments', { id: paymentId, orderId: id, amount, version: 1 });
      await tx.update('orders', id, { paymentId });
    });
  }
}
