import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findNewDiagnostics, parseDiagnostics, type Diagnostic } from '../../../codemods/engine/verify/diagnostic.ts';

const locate = (file: string): string => resolve('/app', file);

const error = (path: string | null, code: string, message: string): Diagnostic => ({ path, code, message });

describe('what a type check says is read', () => {
  it.each([
    ['into a pipe', "src/a.ts(3,7): error TS2322: Type 'string' is not assignable to type 'number'."],
    ['for people', "src/a.ts:3:7 - error TS2322: Type 'string' is not assignable to type 'number'."],
    [
      'in colours',
      "\u001b[96msrc/a.ts\u001b[0m:\u001b[93m3\u001b[0m:\u001b[93m7\u001b[0m - \u001b[91merror\u001b[0m\u001b[90m TS2322: \u001b[0mType 'string' is not assignable to type 'number'.",
    ],
    [
      'by a runner of workspaces',
      "@acme/web:typecheck: src/a.ts(3,7): error TS2322: Type 'string' is not assignable to type 'number'.",
    ],
    [
      'by another one',
      "packages/web typecheck: src/a.ts(3,7): error TS2322: Type 'string' is not assignable to type 'number'.",
    ],
    ['with an absolute path', "/app/src/a.ts(3,7): error TS2322: Type 'string' is not assignable to type 'number'."],
    [
      'with the line ends of Windows',
      "src/a.ts(3,7): error TS2322: Type 'string' is not assignable to type 'number'.\r\n",
    ],
  ])('when it was written %s', (_, output) => {
    expect(parseDiagnostics(output, locate)).toEqual([
      error('/app/src/a.ts', 'TS2322', "Type 'string' is not assignable to type 'number'."),
    ]);
  });

  it('with blanks and brackets in a path', () => {
    expect(parseDiagnostics('app/(shop)/my cart.tsx(1,2): error TS1: No.', locate)).toEqual([
      error('/app/app/(shop)/my cart.tsx', 'TS1', 'No.'),
    ]);
  });

  it('with errors of the whole project', () => {
    expect(parseDiagnostics('error TS18003: No inputs were found.', locate)).toEqual([
      error(null, 'TS18003', 'No inputs were found.'),
    ]);
  });

  it.each([
    '',
    'Found 2 errors in 1 file.',
    '> tsc --noEmit',
    '  The expected type comes from here.',
    'a.ts(1,1): warning TS1: x',
  ])('without what is no error: %s', (output) => {
    expect(parseDiagnostics(output, locate)).toEqual([]);
  });
});

describe('new errors', () => {
  const known = error('/a.ts', 'TS1', 'x');

  it('are those that were not there, wherever they stand', () => {
    expect(findNewDiagnostics([known], [known, error('/a.ts', 'TS2', 'x')])).toEqual([error('/a.ts', 'TS2', 'x')]);
    expect(findNewDiagnostics([known], [error('/b.ts', 'TS1', 'x')])).toHaveLength(1);
  });

  it('are one more of the same', () => {
    expect(findNewDiagnostics([known], [known, known])).toEqual([known]);
  });

  it('are not those that have gone', () => {
    expect(findNewDiagnostics([known, known], [known])).toEqual([]);
  });
});
