namespace Shapes {
  export class Error {}

  export class Square extends Error {}
}

export const square = new Shapes.Square();
