import { getModuleStatements, type Node } from 'eslint-plugin-octollm/patterns';
import type { SyntaxFile } from '../engine/transform/codemod.ts';
import { getFallbackType } from './fallback-type.ts';
import { getTextChain, getWholeRead, isOfError, type PropertyRead } from './property-read.ts';

/** The test behind which a property can be read, and what it makes readable. */
export interface ReadGuard {
  readonly test: string;
  /** The expression that the test stands before. */
  readonly target: Node;
  /** Whether more errors have the property than pass the test. */
  readonly isNarrower: boolean;
}

/** Chooses the test for a read: the class of errors, the guard of the library that makes them, or whether the property is there. */
export function getReadGuard({ source, style }: SyntaxFile, read: PropertyRead): ReadGuard {
  const { name } = read.mention.node;
  const target = getWholeRead(read);
  if (isOfError(read.property)) return { test: `${name} instanceof Error`, target, isNarrower: false };
  const axios = ofAxios.has(read.property) ? getAxiosTest(source, name) : undefined;
  if (axios !== undefined) return { test: axios, target: getTextChain(read.member), isNarrower: true };
  const text = (value: string): string => `${style.quote}${value}${style.quote}`;
  const test = `typeof ${name} === ${text('object')} && ${name} !== null && ${text(read.property)} in ${name}`;
  const type = getFallbackType(read);
  if (!type) return { test, target, isNarrower: false };
  return { test: `${test} && typeof ${name}.${read.property} === ${text(type)}`, target, isNarrower: true };
}

const ofAxios: ReadonlySet<string> = new Set(['response', 'request', 'config']);

/** How a file that imports axios asks for its errors. */
function getAxiosTest(source: SyntaxFile['source'], name: string): string | undefined {
  const bindings = getModuleStatements(source)
    .filter(({ module }) => module === 'axios')
    .flatMap((statement) => statement.bindings)
    .filter(({ isTypeOnly }) => !isTypeOnly);
  const guard = bindings.find((binding) => binding.name === 'isAxiosError');
  if (guard) return `${guard.local}(${name})`;
  const whole = bindings.find((binding) => binding.name === 'default' || binding.name === '*');
  return whole && `${whole.local}.isAxiosError(${name})`;
}
