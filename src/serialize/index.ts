export { redactEntry, redactText } from './redact.ts';
export type { Redactor } from './redact.ts';
