import { existsSync } from 'node:fs';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
];

/** Returns the path of a Chromium: the one that `CHROMIUM` names, or one where systems install it. */
export function findBrowser(): string | undefined {
  return [process.env['CHROMIUM'] ?? '', ...places].find((path) => existsSync(path));
}
