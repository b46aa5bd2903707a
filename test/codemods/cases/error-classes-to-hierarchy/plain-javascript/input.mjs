export class Unplugged extends Error {
  constructor(message, options) {
    super(message, options);
    this.plug = 1;
  }
}
