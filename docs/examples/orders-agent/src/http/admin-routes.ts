import type { FastifyInstance } from 'fastify';
import createError from 'http-errors';
import type { CustomerRepository } from '../db/customer-repository.js';
import type { Database } from '../db/database.js';
import type { OrderRepository } from '../db/order-repository.js';
import type { OpenAIModel } from '../llm/client.js';
import type { Notifications } from '../services/notifications.js';
import type { InvoiceStore } from '../storage/invoices.js';
import type { OrderStatus } from '../types.js';
import { requireOperator } from './guards.js';

export interface AdminRouteParts {
  db: Database;
  orders: OrderRepository;
  customers: CustomerRepository;
  model: OpenAIModel;
  invoices: InvoiceStore;
  notifications: Notifications;
}

const statuses: OrderStatus[] = ['received', 'triaged', 'charged', 'fulfilled', 'on_hold', 'cancelled'];

export function registerAdminRoutes(app: FastifyInstance, parts: AdminRouteParts): void {
  app.addHook('preHandler', async (request) => requireOperator(request));

  app.get('/admin/orders', async (request) => {
    const { status } = request.query as { status?: string };
    const known = statuses.find((candidate) => candidate === status);
    if (!known) {
      throw createError(400, `Invalid status: ${status}`);
    }
    return { orders: await parts.orders.listByStatus(known) };
  });

  app.post<{ Params: { id: string } }>('/admin/customers/:id/limit', async (request, reply) => {
    const { dailyLimit } = (request.body ?? {}) as { dailyLimit?: number };
    if (dailyLimit === undefined) {
      throw new createError.BadRequest('Invalid body: dailyLimit is required');
    }
    await parts.customers.setDailyLimit(request.params.id, dailyLimit);
    return reply.code(204).send();
  });

  app.post<{ Params: { id: string } }>('/admin/orders/:id/fulfil', async (request) => {
    const order = await parts.orders.get(request.params.id);
    if (!order.paymentId) {
      throw createError(409, `Conflict: order ${order.id} is not paid`);
    }
    return parts.orders.moveTo(order.id, 'fulfilled');
  });

  app.get<{ Params: { id: string } }>('/admin/orders/:id/invoice', async (request) => {
    const loading = parts.invoices.find(request.params.id);
    const order = await parts.orders.get(request.params.id);
    const invoice = await loading;
    if (!invoice) {
      throw createError(404, `Invoice for order ${order.id} not found`);
    }
    return invoice;
  });

  app.get('/admin/models', async () => {
    try {
      return { models: await parts.model.models() };
    } catch (e: any) {
      throw createError(502, `OpenAI API error: ${e.message}`);
    }
  });

  app.post('/admin/digest', async () => {
    const orders = await parts.orders.listByStatus('charged');
    return { delivered: await parts.notifications.digest(orders) };
  });
}
