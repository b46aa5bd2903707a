import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Database } from '../db/database.js';
import { logger } from '../logger.js';
import type { OrderService } from '../services/order-service.js';

const eventSchema = z.object({
  id: z.string(),
  type: z.enum(['charge.succeeded', 'charge.failed', 'charge.refunded']),
  orderId: z.string(),
  chargeId: z.string(),
  amount: z.number().int(),
});

export type PaymentEvent = z.infer<typeof eventSchema>;

export function sign(body: string, secret: string): string {
  return createHmac('sha256', secret).update(body).digest('hex');
}

export function verifySignature(body: string, signature: string | undefined, secret: string): void {
  if (!signature) {
    throw 'Unauthorized: missing webhook signature';
  }
  const expected = Buffer.from(sign(body, secret));
  const received = Buffer.from(signature);
  if (expected.length !== received.length || !timingSafeEqual(expected, received)) {
    throw new Error('Unauthorized: invalid webhook signature');
  }
}

export function parseEvent(body: string): PaymentEvent {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch (e: any) {
    throw new Error('Invalid webhook body: malformed JSON', { cause: e.message });
  }
  try {
    return eventSchema.parse(value);
  } catch (e) {
    throw new Error('Invalid webhook event', { cause: e });
  }
}

export class WebhookHandler {
  constructor(
    private db: Database,
    private orders: OrderService,
    private secret: string,
  ) {}

  async handle(body: string, signature: string | undefined): Promise<'processed' | 'duplicate'> {
    verifySignature(body, signature, this.secret);
    const event = parseEvent(body);

    try {
      await this.db.insert('webhook_events', { ...event, version: 1 });
    } catch (e: any) {
      if (e.message.includes('duplicate key')) return 'duplicate';
      const error: any = new Error(`Database insert of webhook event ${event.id} failed`);
      error.cause = e;
      throw error;
    }

    switch (event.type) {
      case 'charge.succeeded':
        await this.orders.markCharged(event.orderId, event.chargeId, event.amount);
        break;
      case 'charge.failed':
        await this.orders.hold(event.orderId, 'the charge failed');
        break;
      case 'charge.refunded':
        logger.info(`order ${event.orderId} was refunded`);
        break;
      default:
        throw new Error(`unreachable: ${event.type satisfies never}`);
    }
    return 'processed';
  }
}
