import { expect, test } from 'vitest';
import { catchAnyToUnknown } from '../../codemods/catch-any-to-unknown.ts';
import { runCodemod } from './support/run-codemod.ts';

/** How sure the codemod is that a handler compiles that does this with an error of type `unknown`. */
function getConfidence(use: string): number | undefined {
  const text = `export const wait = () => new Promise((resolve, reject) => load().catch((error: any) => ${use}));\n`;
  return runCodemod(catchAnyToUnknown, 'src/wait.ts', text).applied[0]?.confidence;
}

test.each([
  ['void 0', 1],
  ['console.error(error)', 1],
  ['reject(error)', 1],
  ['Promise.reject(error)', 1],
  // Whatever the project wrote itself may want an `Error`, though it goes by the same name.
  ['deferred.reject(error)', 0.85],
  ['logger.error(error)', 0.85],
])('what %s takes is known with %d', (use, confidence) => {
  expect(getConfidence(use)).toBe(confidence);
});
