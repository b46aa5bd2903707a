export class PrinterJam extends Error {
  constructor(message: string) {
    super(message);

    Object.setPrototypeOf(this, new.target.prototype);
    Error.captureStackTrace(this, PrinterJam);
  }
}

export class PaperJam extends Error {
  constructor(message: string) {
    super(message);
    // Babel lost the prototype here once.
    Object.setPrototypeOf(this, PaperJam.prototype);

    if (Error.captureStackTrace) {
      Error.captureStackTrace(this, this.constructor);
    }

    Object.freeze(this);
  }
}
