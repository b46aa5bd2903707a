export class Stalled extends Error {
  override name = 'Stalled';

  constructor(message?: string) {
    super(message);
  }
}

export class Halted extends Error {
  override name = 'Halted';
  declare code: string;

  constructor(code: string) {
    super();
    this.message = `halted: ${code}`;
  }
}
