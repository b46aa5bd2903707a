import type { Customer } from '../types.js';
import type { Database, Row } from './database.js';

export class CustomerRepository {
  constructor(private db: Database) {}

  async create(customer: Customer): Promise<Customer> {
    if (!customer.email.includes('@')) {
      throw new Error(`Invalid email address: ${customer.email}`);
    }
    if (await this.findByEmail(customer.email)) {
      throw new Error(`Customer with email ${customer.email} already exists`);
    }
    try {
      await this.db.insert('customers', { ...customer });
    } catch (e: any) {
      throw new Error(`Database insert of customer ${customer.id} failed: ${e.message}`);
    }
    return customer;
  }

  async get(id: string): Promise<Customer> {
    try {
      const row = await this.db.findById('customers', id);
      if (!row) {
        throw new Error(`Customer ${id} not found`);
      }
      return row as unknown as Customer;
    } catch (e: any) {
      throw new Error(`Failed to load customer: ${e.message}`);
    }
  }

  async findByEmail(email: string): Promise<Customer | undefined> {
    let rows: Row[];
    try {
      rows = await this.db.findWhere('customers', { email }, 1);
    } catch {
      throw new Error('Database query for customer by email failed');
    }
    return rows[0] as unknown as Customer | undefined;
  }

  async setDailyLimit(id: string, dailyLimit: number): Promise<void> {
    if (!Number.isInteger(dailyLimit) || dailyLimit < 0) {
      throw new Error('Invalid daily limit: must be a positive integer');
    }
    try {
      const changed = await this.db.update('customers', id, { dailyLimit });
      if (changed === 0) throw new Error(`Customer ${id} not found`);
    } catch (e: any) {
      throw new Error(`Failed to set the daily limit: ${e.message}`);
    }
  }
}
