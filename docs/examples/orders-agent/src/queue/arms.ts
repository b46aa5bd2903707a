import type { OrderService } from '../services/order-service.js';
import type { InvoiceStore } from '../storage/invoices.js';
import type { Order, Task, TaskKind } from '../types.js';

/** An arm does one kind of task. */
export interface Arm {
  name: string;
  capabilities: TaskKind[];
  maxConcurrent: number;
  run(task: Task, signal: AbortSignal): Promise<unknown>;
}

export class ArmRegistry {
  private arms: Arm[] = [];
  private busy = new Map<string, number>();

  add(arm: Arm): void {
    this.arms.push(arm);
  }

  find(kind: TaskKind): Arm {
    const able = this.arms.filter((arm) => arm.capabilities.includes(kind));
    if (able.length === 0) {
      throw new Error(`No arm available with capabilities: ${kind}`);
    }
    const free = able.find((arm) => (this.busy.get(arm.name) ?? 0) < arm.maxConcurrent);
    if (!free) {
      throw new Error(`Capacity exceeded: all arms for ${kind} are busy`);
    }
    return free;
  }

  async run(arm: Arm, task: Task, signal: AbortSignal): Promise<unknown> {
    this.busy.set(arm.name, (this.busy.get(arm.name) ?? 0) + 1);
    try {
      return await arm.run(task, signal);
    } finally {
      this.busy.set(arm.name, (this.busy.get(arm.name) ?? 1) - 1);
    }
  }
}

export function createArms(orders: OrderService, invoices: InvoiceStore): ArmRegistry {
  const registry = new ArmRegistry();
  registry.add({
    name: 'triage-arm',
    capabilities: ['triage'],
    maxConcurrent: 4,
    run: (task, signal) => orders.triage(task.orderId, signal),
  });
  registry.add({
    name: 'payment-arm',
    capabilities: ['charge'],
    maxConcurrent: 2,
    run: async (task) => {
      const order = await orders.charge(task.orderId);
      return { paymentId: order.paymentId };
    },
  });
  registry.add({
    name: 'invoice-arm',
    capabilities: ['invoice'],
    maxConcurrent: 1,
    run: async (task) => {
      let order: Order;
      try {
        order = await orders.get(task.orderId);
      } catch {
        throw new Error(`Invoice failed: order ${task.orderId} not found`);
      }
      return invoices.write(order);
    },
  });
  return registry;
}
