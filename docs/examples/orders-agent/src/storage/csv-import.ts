import fs from 'node:fs';
import readline from 'node:readline';
import type { OrderInput } from '../services/order-service.js';

export interface ImportedOrder {
  customerId: string;
  input: OrderInput;
}

const columns = ['customer', 'sku', 'quantity', 'price', 'currency'];

export function parseLine(line: string): ImportedOrder {
  const cells = line.split(',').map((cell) => cell.trim());
  if (cells.length !== columns.length) {
    throw new Error(`Invalid CSV line: ${columns.length} columns are required, found ${cells.length}`);
  }
  const [customerId, sku, quantity, price, currency] = cells;
  if (!customerId || !sku) {
    throw new Error('Invalid CSV line: customer and sku are required');
  }
  const unitPrice = Math.round(Number(price) * 100);
  if (Number.isNaN(unitPrice)) {
    throw `Invalid CSV line: price ${price} is not a number`;
  }
  return { customerId, input: { lines: [{ sku, quantity: Number(quantity), unitPrice }], currency } };
}

/** Calls back with all orders of the file; the first line holds the column names. */
export function readOrders(path: string, callback: (error: Error | null, orders?: ImportedOrder[]) => void): void {
  fs.readFile(path, 'utf8', (err: any, text) => {
    if (err && err.code === 'ENOENT') {
      callback(new Error(`Import file ${path} not found`));
      return;
    }
    if (err) {
      callback(new Error(`Import file ${path} cannot be read: ${err.message}`));
      return;
    }
    const [header, ...lines] = text.split(/\r?\n/);
    if (header !== columns.join(',')) {
      callback(new Error(`Invalid import file: the header must be ${columns.join(',')}`));
      return;
    }
    const orders: ImportedOrder[] = [];
    for (const line of lines) {
      if (line === '') continue;
      try {
        orders.push(parseLine(line));
      } catch {
        continue;
      }
    }
    callback(null, orders);
  });
}

export function importOrders(path: string): Promise<ImportedOrder[]> {
  return new Promise((resolve, reject) => {
    readOrders(path, (err: any, orders) => {
      if (err) return reject(new Error(`Import failed: ${err.message}`));
      resolve(orders ?? []);
    });
  });
}

/** Counts the lines of a file that may be too large to be read at once. */
export function countLines(path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    let count = 0;
    const reader = readline.createInterface({ input: fs.createReadStream(path) });
    reader.on('line', () => count++);
    reader.on('close', () => (count > 0 ? resolve(count - 1) : reject('Invalid import file: it is empty')));
  });
}

export function saveReport(path: string, lines: string[], done: (path: string) => void): void {
  fs.writeFile(path, lines.join('\n') + '\n', (err) => {
    if (err) console.error(err);
    done(path);
  });
}
