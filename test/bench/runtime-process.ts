import { measureGrowth } from './runtime-growth.ts';
import type { RuntimeReport } from './runtime-report.ts';
import { peerSubjects } from './runtime-peers.ts';
import { measureInTurn } from './runtime-rounds.ts';
import { ownSubjects } from './runtime-subjects.ts';

/* Measures in the Node that runs it and writes a `RuntimeReport` as JSON: `node --input-type=module - ROUNDS`. */

const rounds = Number(process.argv[2]);
const report: RuntimeReport = {
  version: process.version,
  own: await measureInTurn(ownSubjects, rounds),
  peers: await measureInTurn(peerSubjects, rounds),
  growth: await measureGrowth(),
};
console.log(JSON.stringify(report));
// Opossum keeps its timers.
process.exit();
