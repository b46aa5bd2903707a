import { mkdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { countLines, importOrders, parseLine, saveReport } from '../src/storage/csv-import.js';
import { InvoiceStore } from '../src/storage/invoices.js';
import { order, temporaryDirectory } from './support.js';

describe('InvoiceStore', () => {
  it('finds the invoice that it wrote', async () => {
    const store = new InvoiceStore(join(await temporaryDirectory(), 'invoices'));
    const written = await store.write(order({ status: 'charged' }));
    expect(written).toMatchObject({ orderId: 'ord_1', total: 900, currency: 'EUR' });
    expect(await store.find('ord_1')).toEqual(written);
  });

  it('finds nothing for other orders', async () => {
    expect(await new InvoiceStore('/nonexistent').find('ord_1')).toBeUndefined();
  });

  it('writes no invoice before the order is paid', async () => {
    const store = new InvoiceStore(await temporaryDirectory());
    await expect(store.write(order())).rejects.toThrow(/not paid/);
  });

  it('refuses an id that would leave the directory', async () => {
    await expect(new InvoiceStore('/tmp').find('../ord_1')).rejects.toThrow(/order id/);
  });

  it('says that an invoice is broken', async () => {
    const directory = await temporaryDirectory();
    await writeFile(join(directory, 'ord_1.json'), '{');
    await expect(new InvoiceStore(directory).find('ord_1')).rejects.toThrow(/cannot be deserialized/);
  });

  it('does not hide other failures of the file system', async () => {
    const directory = await temporaryDirectory();
    await mkdir(join(directory, 'ord_1.json'));
    await expect(new InvoiceStore(directory).find('ord_1')).rejects.toMatchObject({ code: 'EISDIR' });
  });

  it('removes what is old', async () => {
    const directory = await temporaryDirectory();
    const store = new InvoiceStore(directory);
    await store.write(order({ status: 'charged' }));
    await store.write(order({ id: 'ord_2', status: 'charged' }));
    await utimes(join(directory, 'ord_1.json'), 0, 0);
    await store.removeOlderThan(60_000);
    expect(await store.find('ord_1')).toBeUndefined();
    expect(await store.find('ord_2')).toBeDefined();
  });
});

describe('CSV import', () => {
  const header = 'customer,sku,quantity,price,currency';

  async function file(...lines: string[]): Promise<string> {
    const path = join(await temporaryDirectory(), 'orders.csv');
    await writeFile(path, lines.join('\n'));
    return path;
  }

  it('reads one order a line', async () => {
    const path = await file(header, 'cus_1, tea, 2, 4.50, EUR', '');
    expect(await importOrders(path)).toEqual([
      { customerId: 'cus_1', input: { lines: [{ sku: 'tea', quantity: 2, unitPrice: 450 }], currency: 'EUR' } },
    ]);
  });

  it('skips lines that it cannot read', async () => {
    const path = await file(header, 'cus_1,tea,2,4.50,EUR', 'cus_1,tea,2', 'cus_1,tea,2,free,EUR', 'cus_2,tea,1,1,EUR');
    expect((await importOrders(path)).map((row) => row.customerId)).toEqual(['cus_1', 'cus_2']);
  });

  it('says what is wrong with a line', () => {
    expect(() => parseLine('cus_1,tea')).toThrow(/5 columns/);
    expect(() => parseLine(',tea,1,1,EUR')).toThrow(/customer and sku/);
  });

  it('says that the file or its header is wrong', async () => {
    await expect(importOrders('/nonexistent.csv')).rejects.toThrow(/\/nonexistent\.csv not found/);
    await expect(importOrders(await file('a,b'))).rejects.toThrow(/header must be customer/);
  });

  it('counts the lines below the header', async () => {
    expect(await countLines(await file(header, 'a', 'b'))).toBe(2);
  });

  it('writes a report', async () => {
    const path = join(await temporaryDirectory(), 'report');
    await new Promise<string>((resolve) => saveReport(path, ['one', 'two'], resolve));
    expect(await readFile(path, 'utf8')).toBe('one\ntwo\n');
  });
});
