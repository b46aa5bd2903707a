import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { z } from 'zod';
import type { OrderCache } from '../cache/cache.js';
import type { CustomerRepository } from '../db/customer-repository.js';
import type { OrderRepository } from '../db/order-repository.js';
import { OrderStateError, PaymentDeclined } from '../errors.js';
import type { TriageAgent } from '../llm/triage.js';
import { logger } from '../logger.js';
import type { PaymentClient } from '../payments/client.js';
import type { Order, Triage } from '../types.js';
import type { Notifications } from './notifications.js';

const currencies = ['EUR', 'USD', 'GBP'];

const inputSchema = z.object({
  lines: z
    .array(z.object({ sku: z.string().min(1), quantity: z.number().int(), unitPrice: z.number().int() }))
    .max(100),
  currency: z.string(),
  note: z.string().optional(),
});

export type OrderInput = z.infer<typeof inputSchema>;

export function parseOrderInput(value: unknown): OrderInput {
  let input: OrderInput;
  try {
    input = inputSchema.parse(value);
  } catch (e: any) {
    throw new Error(`Invalid order: ${e.issues[0].path.join('.')} ${e.issues[0].message}`);
  }
  if (input.lines.length === 0) {
    throw new Error('Invalid order: at least one line is required');
  }
  for (const line of input.lines) {
    if (line.quantity < 1) throw new Error(`Invalid order: quantity of ${line.sku} must be positive`);
    if (line.unitPrice < 0) throw new Error(`Invalid order: price of ${line.sku} must not be negative`);
  }
  if (!currencies.includes(input.currency)) {
    throw new Error(`Invalid order: currency ${input.currency} is not supported`);
  }
  if (input.note && input.note.length > 2000) {
    throw new Error('Invalid order: note exceeds the maximum length of 2000 characters');
  }
  return input;
}

export interface OrderServiceParts {
  orders: OrderRepository;
  customers: CustomerRepository;
  cache: OrderCache;
  agent: TriageAgent;
  payments: PaymentClient;
  notifications: Notifications;
}

/** Emits `created`, `charged` and `cancelled` with the order. */
export class OrderService extends EventEmitter {
  constructor(private parts: OrderServiceParts) {
    super();
  }

  async create(customerId: string, value: unknown): Promise<Order> {
    const input = parseOrderInput(value);
    const customer = await this.parts.customers.get(customerId).catch(() => null);
    if (!customer) {
      throw new Error('Customer not found');
    }
    const total = input.lines.reduce((sum, line) => sum + line.quantity * line.unitPrice, 0);
    const rate = input.currency === 'EUR' ? 1 : await this.parts.payments.rate(input.currency, 'EUR');
    if (total * rate > customer.dailyLimit) {
      throw new Error(`Invalid order: total ${total} exceeds the daily limit of ${customer.dailyLimit}`);
    }
    const order: Order = {
      ...input,
      id: `ord_${randomUUID()}`,
      customerId,
      total,
      status: 'received',
      createdAt: new Date().toISOString(),
      version: 1,
    };
    await this.parts.orders.create(order);
    this.emit('created', order);
    await this.parts.notifications.orderCreated(order).catch(console.error);
    return order;
  }

  async get(id: string): Promise<Order> {
    if (!id.startsWith('ord_')) {
      throw new Error(`Invalid order id: ${id}`);
    }
    return this.parts.cache.get(id, () => this.parts.orders.get(id));
  }

  async list(customerId: string, limit?: number): Promise<Order[]> {
    return this.parts.orders.listByCustomer(customerId, limit).catch((e) => {
      throw e;
    });
  }

  async triage(id: string, signal?: AbortSignal): Promise<Triage> {
    const order = await this.parts.orders.get(id);
    let triage: Triage;
    try {
      triage = await this.parts.agent.triage(order, signal);
    } catch (e: any) {
      if (e.name === 'AbortError' || signal?.aborted) throw e;
      throw new Error(`LLM triage of order ${id} failed: ${e.message}`);
    }
    await this.parts.orders.saveTriage(id, triage);
    await this.parts.cache.invalidate(id);
    return triage;
  }

  async charge(id: string): Promise<Order> {
    const order = await this.parts.orders.get(id);
    if (order.status !== 'triaged') {
      throw new OrderStateError(id, order.status, 'charged');
    }
    const customer = await this.parts.customers.get(order.customerId);
    if (!customer.cardToken) {
      throw new Error(`Invalid payment method: customer ${customer.id} has no card`);
    }

    let chargeId: string;
    try {
      const charge = await this.parts.payments.charge({
        orderId: id,
        amount: order.total,
        currency: order.currency,
        cardToken: customer.cardToken,
      });
      if (charge.status === 'failed') {
        throw new PaymentDeclined('processing_error');
      }
      chargeId = charge.id;
    } catch (e: any) {
      if (e instanceof PaymentDeclined) {
        await this.hold(id, e.message);
        throw e;
      }
      throw new Error(`Payment of order ${id} failed: ${e.message}`);
    }
    return this.markCharged(id, chargeId, order.total);
  }

  async markCharged(id: string, chargeId: string, amount: number): Promise<Order> {
    const current = await this.parts.orders.get(id);
    if (current.paymentId === chargeId) return current;
    try {
      await this.parts.orders.attachPayment(id, chargeId, amount);
    } catch (e: any) {
      if (e.message.includes('mismatch')) {
        throw new Error(`Invalid payment for order ${id}: ${e.message}`);
      }
      logger.error(`payment ${chargeId} of order ${id} was not recorded: ${JSON.stringify(e)}`);
    }
    const order = await this.parts.orders.moveTo(id, 'charged');
    await this.parts.cache.invalidate(id);
    this.emit('charged', order);
    return order;
  }

  async hold(id: string, reason: string): Promise<Order> {
    const order = await this.parts.orders.moveTo(id, 'on_hold', { note: reason });
    await this.parts.cache.invalidate(id);
    return order;
  }

  async cancel(id: string): Promise<Order> {
    const order = await this.parts.orders.get(id);
    if (order.status === 'charged') {
      if (!order.paymentId) {
        throw new Error(`Internal error: order ${id} is charged but has no payment`);
      }
      try {
        await this.parts.payments.refund(order.paymentId, order.total);
      } catch (e) {
        throw new Error(`Payment refund for order ${id} failed`);
      }
    }
    const cancelled = await this.parts.orders.moveTo(id, 'cancelled');
    await this.parts.cache.invalidate(id);
    this.emit('cancelled', cancelled);
    return cancelled;
  }
}
