import { mkdir, readFile, readdir, rename, rm, stat, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Order } from '../types.js';

export interface Invoice {
  number: string;
  orderId: string;
  total: number;
  currency: string;
  issuedAt: string;
}

export class InvoiceStore {
  constructor(private directory: string) {}

  async write(order: Order): Promise<Invoice> {
    if (order.status !== 'charged' && order.status !== 'fulfilled') {
      throw new Error(`Invalid invoice: order ${order.id} is not paid`);
    }
    const invoice: Invoice = {
      number: `INV-${order.id.slice(4, 12).toUpperCase()}`,
      orderId: order.id,
      total: order.total,
      currency: order.currency,
      issuedAt: new Date().toISOString(),
    };
    await mkdir(this.directory, { recursive: true }).catch((e: any) => {
      throw new Error(`Internal error: directory ${this.directory} cannot be created: ${e.message}`);
    });
    const temporary = join(this.directory, `.${order.id}.tmp`);
    try {
      await writeFile(temporary, JSON.stringify(invoice, null, 2));
      await rename(temporary, this.path(order.id));
    } catch (e: any) {
      await rm(temporary, { force: true });
      if (e.code === 'ENOSPC') {
        throw new Error('Disk capacity exceeded, no space left for invoices');
      }
      throw new Error(`Internal error: invoice of order ${order.id} cannot be written: ${e.message}`);
    }
    return invoice;
  }

  /** Resolves with undefined when there is no invoice for the order. */
  async find(orderId: string): Promise<Invoice | undefined> {
    let text: string;
    try {
      text = await readFile(this.path(orderId), 'utf8');
    } catch (e) {
      if ((e as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw e;
    }
    try {
      return JSON.parse(text);
    } catch (e) {
      throw new Error(`Invoice of order ${orderId} cannot be deserialized`, { cause: e });
    }
  }

  async removeOlderThan(ageMs: number): Promise<void> {
    const names = await readdir(this.directory);
    const limit = Date.now() - ageMs;
    for (const name of names) {
      const path = join(this.directory, name);
      const { mtimeMs } = await stat(path);
      if (mtimeMs > limit) continue;
      try {
        await unlink(path);
      } catch {
        // another instance cleans the same directory and may have been faster
      }
    }
  }

  private path(orderId: string): string {
    if (!/^ord_[\w-]+$/.test(orderId)) {
      throw new Error(`Invalid order id: ${orderId}`);
    }
    return join(this.directory, `${orderId}.json`);
  }
}
