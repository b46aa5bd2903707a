import { getLastName } from '../dotted-name.ts';
import { matchesName } from '../name-pattern.ts';
import { onceAName } from '../once-a-name.ts';
import { onceForEach } from '../once-for-each.ts';
import type { OctollmSettings } from '../settings/settings.ts';

const levels =
  /^(?:log|trace|debug|verbose|info|notice|warn|warning|error|fatal|critical|exception|silly|err|emergency|alert|write|dir|table|group|logError|logWarning|child|print|println|append|appendLine|notify)$/;
const logObject =
  /(?:^|\.)#?(?:console|debug|_?[a-zA-Z]*[lL]og(?:ger|ging)?(?:\(\))?|winston|pino|bunyan|outputChannel|[a-zA-Z]*Channel|reporter|spinner|ora|signale|consola|stderr)$/;
const logFunction =
  /(?:^|\.)#?_?(?:log|debug|warn|logger|trace|print|logError|logWarning|logDebug|logInfo|logException|logErr|logWarn|errorLog|debugLog|warnLog|captureLog|printError|printWarning|debugError|addLog|writeLog|logEvent|logMessage|logOnce|warnOnce|warning|verboseLog|logVerbose|logForDebugging|logToFile|logWithTimestamp|errorlog|elizaLogger|printf|appendLine|log[A-Z]\w*)$/;

const getAnswers: (settings: OctollmSettings) => (name: string) => boolean = onceForEach((settings) =>
  onceAName((name) => isNamedAsLogger(name, settings)),
);

/** Whether a dotted callee name is a log call: `console.error`, `this.logger.warn`, `log`, `logError`, `settings.loggers`. */
export function isLogger(name: string, settings: OctollmSettings): boolean {
  return getAnswers(settings)(name);
}

function isNamedAsLogger(name: string, settings: OctollmSettings): boolean {
  if (matchesName(name, settings.loggers)) return true;
  const last = getLastName(name);
  const owner = name.slice(0, Math.max(0, name.length - last.length - 1));
  if (owner !== '' && levels.test(last) && logObject.test(owner)) return true;
  if (owner === 'process.stderr' || owner === 'process.stdout') return true;
  // `logAndExit`, `logFailureHandler`: more than a log call by their own word.
  return logFunction.test(name) && !/And[A-Z]|Handler$|Callback$|^login|^logout|^logical/.test(last);
}

/** Whether a dotted callee name hands errors to a monitoring service (`settings.reporters`). */
export function isReporter(name: string, settings: OctollmSettings): boolean {
  return matchesName(name, settings.reporters);
}
