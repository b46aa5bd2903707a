/** Errors that carry the status the API answers with. */
export class AppError extends Error {
  statusCode: number;

  constructor(message: string, statusCode = 500) {
    super(message);
    this.statusCode = statusCode;
  }
}

export class Forbidden extends AppError {
  constructor(action: string) {
    super(`You are not allowed to ${action}`, 403);
    Object.setPrototypeOf(this, Forbidden.prototype);
  }
}

export class OrderStateError extends AppError {
  constructor(orderId: string, from: string, to: string) {
    super(`Order ${orderId} cannot go from ${from} to ${to}`, 409);
    this.name = 'OrderStateError';
  }
}

export class PaymentDeclined extends Error {
  declineCode: string;

  constructor(declineCode: string) {
    super();
    this.message = `Payment declined: ${declineCode}`;
    this.declineCode = declineCode;
  }
}

export class UpstreamError extends Error {
  constructor(
    message: string,
    public upstream: string,
    public original?: any,
  ) {
    super(message);
    this.name = 'Error';
    Error.captureStackTrace(this, UpstreamError);
  }
}

export class TriageError extends Error {
  readonly name = 'TriageError';

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
  }
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
