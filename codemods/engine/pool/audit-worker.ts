import { auditFile } from '../audit/audit-file.ts';
import type { FileRecord, FileTask } from '../audit/file-record.ts';
import { readSettings } from '../audit/read-settings.ts';
import type { WorkerSetup } from '../audit/worker-setup.ts';
import { serveTasks } from './serve-tasks.ts';

/** Entry point of a worker process: audits the files that the parent sends. */
serveTasks<FileTask, WorkerSetup, FileRecord>((setup) => {
  const complete = { ...setup, settings: readSettings(setup.settingsInput) };
  return (task) => auditFile(task, complete);
});
