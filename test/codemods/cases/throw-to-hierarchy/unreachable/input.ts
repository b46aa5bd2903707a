export function area(shape: 'square' | 'circle', size: number): number {
  switch (shape) {
    case 'square':
      return size * size;
    case 'circle':
      return Math.PI * size * size;
    default:
      throw new Error(`Unreachable: ${shape}`);
  }
}

export abstract class Store {
  get(): string {
    throw new Error('Not implemented');
  }
}
