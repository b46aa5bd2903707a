import { analyzeHandler } from '../../../../rules/patterns/outcomes/analyze-handler.ts';
import { getVerdict } from '../../../../rules/patterns/outcomes/verdict.ts';
import { parseSettings } from '../../../../rules/patterns/settings/parse-settings.ts';
import { defaultCleanups } from '../../../../rules/patterns/tolerance/cleanup.ts';
import { findTolerance } from '../../../../rules/patterns/tolerance/find-tolerance.ts';
import { defaultProbeNames } from '../../../../rules/patterns/tolerance/probe.ts';
import { readSource } from '../../../support/read-source.ts';
import { readHandlers } from '../read-handlers.ts';

const settings = parseSettings({}, () => []);
const policy = { cleanups: defaultCleanups, probes: new RegExp(defaultProbeNames), allowConversions: true };

/** Why the first handler of a file may drop its error. */
export function readTolerance(code: string): string | undefined {
  const source = readSource(code);
  const [handler] = readHandlers(source);
  if (!handler) throw new Error(`No handler in a test: ${code}`);
  const { outcome } = getVerdict(analyzeHandler(source, settings, handler));
  return outcome && findTolerance(source, handler, outcome, policy);
}
