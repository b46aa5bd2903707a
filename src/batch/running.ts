/** Counts what runs, so that a loop can wait until there is room. */
export class Running {
  #count = 0;
  #wake: () => void = () => undefined;

  /** Starts work, which must never reject. */
  start(work: () => Promise<void>): void {
    this.#count += 1;
    void work().finally(() => {
      this.#count -= 1;
      this.#wake();
    });
  }

  /** Waits until fewer than `limit` run; one caller at a time. */
  async untilBelow(limit: number): Promise<void> {
    while (this.#count >= limit) await new Promise<void>((resolve) => (this.#wake = resolve));
  }
}
