import type { RulePlan } from '../host/rule-plan.ts';

/** What a worker of the audit needs to know before its first file. */
export interface WorkerSetup {
  readonly plan: RulePlan;
  readonly settingsInput: object;
  readonly cwd: string;
  readonly includeGenerated: boolean;
}
