import { readProperty } from '../../../errors/read-property.ts';
import type { FieldError } from '../../../errors/validation-errors.ts';
import { readText } from './declared-failure.ts';

/**
 * Reads what a validator found as fields with pointers: the errors of Ajv (`instancePath`) and the issues of zod, valibot,
 * joi and other validators (`path`).
 */
export function readInvalidFields(issues: readonly unknown[]): readonly FieldError[] {
  return issues.map((issue) => toField(readPath(issue), readText(issue, 'message') ?? 'is invalid'));
}

/** Makes a field of the path to it and what is wrong with it. */
export function toField(path: readonly string[], message: string): FieldError {
  const steps = path.map((step) => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`);
  return { field: path.reduce(appendStep, ''), message, pointer: steps.join('') };
}

function appendStep(path: string, step: string): string {
  if (/^\d+$/.test(step)) return `${path}[${step}]`;
  return path === '' ? step : `${path}.${step}`;
}

function readPath(issue: unknown): readonly string[] {
  const instancePath = readText(issue, 'instancePath');
  if (instancePath !== undefined) return [...fromPointer(instancePath), ...readMissing(issue)];
  const path = readProperty(issue, 'path');
  return Array.isArray(path) ? path.map((step) => String(readProperty(step, 'key') ?? step)) : [];
}

/** Ajv points to the object that lacks a property or has one too many; the property is what is wrong. */
function readMissing(issue: unknown): readonly string[] {
  const parameters = readProperty(issue, 'params');
  const property = readText(parameters, 'missingProperty') ?? readText(parameters, 'additionalProperty');
  return property === undefined ? [] : [property];
}

function fromPointer(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}
