export * from './catalog/index.ts';
export * from './errors/index.ts';
export * from './http/index.ts';
