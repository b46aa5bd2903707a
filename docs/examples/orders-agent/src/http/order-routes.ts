import type { FastifyInstance, FastifyRequest } from 'fastify';
import { logger } from '../logger.js';
import type { TaskQueue } from '../queue/queue.js';
import type { OrderService } from '../services/order-service.js';
import { currentCustomer, requireOwner } from './guards.js';

interface OrderParams {
  Params: { id: string };
}

export interface OrderRouteParts {
  orders: OrderService;
  queue: TaskQueue;
}

function limitOf(request: FastifyRequest): number | undefined {
  const { limit } = request.query as { limit?: string };
  if (limit === undefined) return undefined;
  const value = Number(limit);
  if (!Number.isInteger(value) || value < 1) {
    throw new Error(`Invalid limit: ${limit}`);
  }
  return value;
}

export function registerOrderRoutes(app: FastifyInstance, { orders, queue }: OrderRouteParts): void {
  app.post('/orders', async (request, reply) => {
    const order = await orders.create(currentCustomer(request).id, request.body);
    const task = queue.enqueue('triage', order.id);
    return reply.code(201).send({ ...order, taskId: task.id });
  });

  app.get('/orders', async (request) => {
    return { orders: await orders.list(currentCustomer(request).id, limitOf(request)) };
  });

  app.get<OrderParams>('/orders/:id', async (request) => {
    const order = await orders.get(request.params.id);
    requireOwner(request, order.customerId);
    return order;
  });

  app.post<OrderParams>('/orders/:id/charge', async (request, reply) => {
    const order = await orders.get(request.params.id);
    requireOwner(request, order.customerId);
    try {
      return await orders.charge(order.id);
    } catch (e: any) {
      logger.error('charge failed', e);
      if (e.message.includes('unreachable')) {
        const task = queue.enqueue('charge', order.id);
        return reply.code(202).send({ taskId: task.id });
      }
      throw e;
    }
  });

  app.post<OrderParams>('/orders/:id/cancel', async (request, reply) => {
    const order = await orders.get(request.params.id);
    requireOwner(request, order.customerId);
    return orders.cancel(order.id).catch((e: any) => {
      if (e.message.includes('cannot go from')) {
        return reply.code(409).send({ error: e.message });
      }
      throw new Error(`Order ${order.id} could not be cancelled: ${e.message}`);
    });
  });

  app.get<{ Params: { taskId: string } }>('/tasks/:taskId', async (request) => {
    const task = queue.get(request.params.taskId);
    const order = await orders.get(task.orderId);
    requireOwner(request, order.customerId);
    return task;
  });

  app.delete<{ Params: { taskId: string } }>('/tasks/:taskId', async (request, reply) => {
    try {
      queue.cancel(request.params.taskId);
    } catch (e: any) {
      return reply.code(400).send({ error: e.message, detail: e.stack });
    }
    return reply.code(204).send();
  });
}
