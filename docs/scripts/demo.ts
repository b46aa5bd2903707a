import { getCorpusPackages } from '../../test/real-code/corpus.ts';
import { builtFiles, describeMissing, findMissingParts } from './demo/check-parts.ts';
import { createScreen } from './demo/screen.ts';

/*
 * npm run demo    builds the packages, then shows on a sloppy service and on real code what the audit and the rules see
 */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // `npm run demo | head` closes the pipe when it has read enough, which is no failure of ours.
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

const missing = findMissingParts(builtFiles, getCorpusPackages('demo'));
if (missing.length > 0) {
  console.error(describeMissing(missing));
  process.exitCode = 1;
} else {
  // The steps import what was just looked for.
  const { runDemo } = await import('./demo/run-demo.ts');
  process.exitCode = await runDemo(createScreen(process.stdout, process.env), console.error);
}
