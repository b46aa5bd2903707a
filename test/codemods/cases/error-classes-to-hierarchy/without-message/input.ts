export class Interrupt extends Error {}

export const stop = (): never => {
  throw new Interrupt();
};
