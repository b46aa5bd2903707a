import type { Variant } from './variant.ts';
import { writeOtherQuotes } from './write-other-quotes.ts';
import { writeTabs } from './write-tabs.ts';
import { writeWithoutSemicolons } from './write-without-semicolons.ts';

/** What files differ in although they say the same. */
export const variants: readonly Variant[] = [
  { name: 'with a byte order mark', write: (_, text) => `\ufeff${text.replace(/^\ufeff/, '')}` },
  { name: 'with line ends of Windows', write: (_, text) => text.replace(/\r?\n/g, '\r\n') },
  { name: 'with tabs', write: writeTabs },
  { name: 'without semicolons', write: writeWithoutSemicolons },
  { name: 'with the other quotes', write: writeOtherQuotes },
];
