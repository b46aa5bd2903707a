import { measureGrowth } from './runtime-growth.ts';
import type { RuntimeReport } from './runtime-report.ts';
import { peerSubjects } from './runtime-peers.ts';
import { measureInTurn } from './runtime-rounds.ts';
import { errorSubjects, policySubjects } from './runtime-subjects.ts';

/* Measures in the Node that runs it and writes a `RuntimeReport` as JSON: `node --input-type=module - ROUNDS`. */

const rounds = Number(process.argv[2]);
const report: RuntimeReport = {
  version: process.version,
  // Apart, because errors leave so much garbage that collecting it would fall into the rounds of the policies.
  own: [...(await measureInTurn(policySubjects, rounds)), ...(await measureInTurn(errorSubjects, rounds))],
  peers: await measureInTurn(peerSubjects, rounds),
  growth: await measureGrowth(),
};
console.log(JSON.stringify(report));
// Opossum keeps its timers.
process.exit();
