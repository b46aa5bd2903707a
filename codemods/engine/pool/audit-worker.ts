import { auditFile, type AuditSetup } from '../audit/audit-file.ts';
import { readSettings } from '../audit/read-settings.ts';
import type { FromWorker, ToWorker } from './messages.ts';

/** Entry point of a worker process: audits the files that the parent sends. */
let setup: AuditSetup | undefined;

process.on('message', (message: ToWorker) => {
  if (message.type === 'setup') {
    setup = { ...message.setup, settings: readSettings(message.setup.settingsInput) };
    send({ type: 'ready' });
    return;
  }
  const current = setup;
  if (current) send({ type: 'records', records: message.tasks.map((task) => auditFile(task, current)) });
});

// The parent is gone: nobody is left to read the records.
process.on('disconnect', () => process.exit());

function send(message: FromWorker): void {
  process.send?.(message);
}
