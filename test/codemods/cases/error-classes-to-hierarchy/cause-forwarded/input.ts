export class ImportBroken extends Error {
  name = 'ImportBroken';

  constructor(
    message: string,
    public row: number,
    public original?: unknown,
  ) {
    super(message);
  }
}
