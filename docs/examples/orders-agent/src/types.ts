export type OrderStatus = 'received' | 'triaged' | 'charged' | 'fulfilled' | 'on_hold' | 'cancelled';

export interface OrderLine {
  sku: string;
  quantity: number;
  /** Minor units, so 1999 is 19.99. */
  unitPrice: number;
}

export interface Triage {
  priority: 'low' | 'normal' | 'high';
  risk: number;
  reason: string;
}

export interface Order {
  id: string;
  customerId: string;
  lines: OrderLine[];
  total: number;
  currency: string;
  status: OrderStatus;
  note?: string;
  triage?: Triage;
  paymentId?: string;
  createdAt: string;
  version: number;
}

export type Role = 'customer' | 'operator';

export interface Customer {
  id: string;
  email: string;
  name: string;
  role: Role;
  dailyLimit: number;
  cardToken?: string;
  version: number;
}

export interface Charge {
  id: string;
  status: 'succeeded' | 'pending' | 'failed';
  amount: number;
  currency: string;
}

export type TaskKind = 'triage' | 'charge' | 'invoice';

export interface Task {
  id: string;
  kind: TaskKind;
  orderId: string;
  attempts: number;
  status: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
  result?: unknown;
  error?: string;
}
