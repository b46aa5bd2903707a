import { format as formatWith, resolveConfig } from 'prettier';

/** Formats a file's content as `npm run format` would, so that the two never disagree. */
export async function format(path: string, content: string): Promise<string> {
  return formatWith(content, { ...(await resolveConfig(path)), filepath: path });
}
