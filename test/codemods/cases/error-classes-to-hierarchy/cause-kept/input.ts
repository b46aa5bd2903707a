export class ExportBroken extends Error {
  override name = 'ExportBroken';

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
  }
}
