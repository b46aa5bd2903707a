import { createHmac } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { CustomerRepository } from '../db/customer-repository.js';
import { Forbidden } from '../errors.js';
import type { Customer } from '../types.js';

declare module 'fastify' {
  interface FastifyRequest {
    customer?: Customer;
  }
}

export function issueToken(customerId: string, secret: string): string {
  return `${customerId}.${createHmac('sha256', secret).update(customerId).digest('base64url')}`;
}

export function verifyToken(token: string, secret: string): string {
  const dot = token.lastIndexOf('.');
  if (dot < 1) {
    throw new Error(`Unauthorized: malformed token ${token}`);
  }
  const customerId = token.slice(0, dot);
  if (issueToken(customerId, secret) !== token) {
    throw new Error('Unauthorized: invalid token signature');
  }
  return customerId;
}

/** Puts the customer of the bearer token on the request. */
export function createAuthentication(customers: CustomerRepository, secret: string) {
  return async function authenticate(request: FastifyRequest): Promise<void> {
    const header = request.headers.authorization;
    if (!header) throw new Error('Unauthorized: missing authorization header');
    if (!header.startsWith('Bearer ')) {
      throw 'Unauthorized: only bearer tokens are accepted';
    }
    const customerId = verifyToken(header.slice('Bearer '.length), secret);
    try {
      request.customer = await customers.get(customerId);
    } catch (e: any) {
      if (e.message.includes('not found')) {
        throw new Error('Unauthorized: unknown customer');
      }
      throw new Error(`Authentication failed: ${e.message}`);
    }
  };
}

export function currentCustomer(request: FastifyRequest): Customer {
  if (!request.customer) {
    throw new Error('Unauthorized: authentication is required');
  }
  return request.customer;
}

export function requireOperator(request: FastifyRequest): void {
  if (currentCustomer(request).role !== 'operator') {
    throw new Forbidden('use the operator routes');
  }
}

export function requireOwner(request: FastifyRequest, customerId: string): void {
  const customer = currentCustomer(request);
  if (customer.role === 'operator' || customer.id === customerId) return;
  throw new Error('Forbidden: this order belongs to another customer');
}

/** Counts the requests of each client in windows of one minute. */
export class RateLimiter {
  private windows = new Map<string, { start: number; count: number }>();

  constructor(
    private limit: number,
    private now: () => number = Date.now,
  ) {}

  check(client: string): void {
    const time = this.now();
    const window = this.windows.get(client);
    if (!window || time - window.start >= 60_000) {
      this.windows.set(client, { start: time, count: 1 });
      return;
    }
    window.count++;
    if (window.count > this.limit) {
      throw new Error(`Rate limit exceeded: ${this.limit} requests per 60s`);
    }
  }
}
