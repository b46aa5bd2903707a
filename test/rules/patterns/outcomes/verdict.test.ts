import { expect, test } from 'vitest';
import { analyzeHandler } from '../../../../rules/patterns/outcomes/analyze-handler.ts';
import { getVerdict } from '../../../../rules/patterns/outcomes/verdict.ts';
import { parseSettings } from '../../../../rules/patterns/settings/parse-settings.ts';
import { readSource } from '../../../support/read-source.ts';
import { readHandler } from '../read-handlers.ts';

const settings = parseSettings({}, () => []);

function readVerdict(statements: string): { verdict: string; line: number | undefined } {
  const source = readSource(`function f() { try { load(); } catch (e) {\n${statements}\n} }`);
  const { verdict, outcome } = getVerdict(analyzeHandler(source, settings, readHandler(source)));
  return { verdict, line: outcome?.node.loc.start.line };
}

test.each([
  ['', 'ignored'],
  ['return;', 'ignored'],
  ['return [];', 'replaced'],
  ['if (a) return; return [];', 'replaced'],
  ['console.error(e);', 'logged'],
  ['console.error(e); return [];', 'logged'],
  ['if (a) return [];\nconsole.error(e);', 'logged'],
  ['console.error("m");', 'logged-blind'],
  ['if (a) { console.error("m"); return 1; } return 2;', 'logged-blind'],
  ['if (a) { console.error("m"); return 1; } console.error(e);', 'logged'],
  ['throw e;', 'handled'],
  ['process.exit(1);', 'handled'],
  ['done(e);', 'handled'],
  ['return { error: e };', 'handled'],
  ['if (a) return; done(e);', 'handled'],
  ['if (e.code === 1) return [];\nthrow e;', 'handled'],
  ['if (e.code === 1) return [];\nreturn {};', 'replaced'],
  ['if (e.code === 1) { console.error(e); return []; } throw e;', 'handled'],
  ['if (strict) throw e;\nreturn [];', 'handled'],
])('%s → %s', (statements, verdict) => {
  expect(readVerdict(statements).verdict).toBe(verdict);
});

test('the outcome is the path that shows it', () => {
  expect(readVerdict('if (a) return;\nreturn [];')).toEqual({ verdict: 'replaced', line: 3 });
  expect(readVerdict('if (e.code === 1) return [];\nreturn {};')).toEqual({ verdict: 'replaced', line: 3 });
});
