/** One thing to measure, and what it is compared with. */
export interface Subject {
  readonly name: string;
  /** Makes one call; a promise is waited for. */
  readonly run: () => unknown;
  /** What the same work costs without a policy, or what an error costs without a class. */
  readonly reference: () => unknown;
  /** How many times as slow as the reference it may be. */
  readonly gate?: number;
  /** Whether it builds errors with nothing on the stack, where its class weighs most. */
  readonly isOnEmptyStack?: boolean;
}

/** The smallest call that there is. */
export const call = async (): Promise<number> => 1;

/** A call that does not end at once, so that time limits need their timers. */
export async function slowCall(): Promise<number> {
  for (let step = 0; step < 10; step++) await undefined;
  return 1;
}

/** An error without a class. */
export const plainError = (): unknown => new Error('failed');

/** What failing calls throw and errors are caused by; building it is not measured. */
export const failure: Error = new Error('socket closed');
