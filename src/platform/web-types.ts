/* eslint @typescript-eslint/no-empty-object-type: "off" -- only empty interfaces merge with every declaration of the same name */

/*
 * What the declarations of this package name of the platform. In a program that knows these types, from the library `dom` or
 * from the types of its runtime, they merge with what is there and add nothing. In any other they are empty, so that it
 * compiles all the same. A file whose declarations name one of them has `export type {}` from here: it reaches programs so.
 */
declare global {
  interface AbortSignal {}
  interface Headers {}
  interface Request {}
  interface RequestInit {}
  interface Response {}
  interface URL {}
}

export {};
