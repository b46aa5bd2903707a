export declare class Elsewhere extends Error {
  readonly at: string;
}
