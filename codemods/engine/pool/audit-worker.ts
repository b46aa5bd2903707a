import { auditFile, type AuditSetup } from '../audit/audit-file.ts';
import { readSettings } from '../audit/read-settings.ts';
import type { FromWorker, ToWorker } from './messages.ts';

/** Entry point of a worker process: audits the files that the parent sends, one record a file. */
let setup: AuditSetup | undefined;

process.on('message', (message: ToWorker) => {
  if (message.type === 'setup') {
    setup = { ...message.setup, settings: readSettings(message.setup.settingsInput) };
    send({ type: 'ready' });
    return;
  }
  if (!setup) return;
  for (const task of message.tasks) send({ type: 'record', record: auditFile(task, setup) });
});

// The parent is gone: nobody is left to read the records.
process.on('disconnect', () => process.exit());

function send(message: FromWorker): void {
  process.send?.(message);
}
