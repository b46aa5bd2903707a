export class SolidFault extends Error {
  override name = 'SolidFault';

  constructor(
    message: string,
    readonly code: number,
  ) {
    super(message);
  }
}
