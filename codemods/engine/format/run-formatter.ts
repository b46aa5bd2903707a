import { spawn } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { ExternalError } from '@octollm/errors/errors';

/**
 * Formats a text with a command that reads it from its standard input and writes it to its standard output.
 *
 * @param command as a shell takes it, with `{file}` for the name of the file
 * @param file absolute path, which tells the command the language and the configuration
 * @param folder the command runs in it, and finds what is installed there and above
 * @throws ExternalError when the command fails
 */
export function runFormatter(command: string, text: string, file: string, folder: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command.replaceAll('{file}', quote(file)), {
      cwd: folder,
      shell: true,
      env: { ...process.env, PATH: [...listBinaries(folder), process.env['PATH']].join(delimiter) },
    });
    let output = '';
    let complaint = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (complaint += chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) return resolve(output);
      const [reason = ''] = complaint.trim().split('\n');
      reject(new ExternalError(reason === '' ? `it ended with exit code ${code}` : reason));
    });
    child.stdin.on('error', () => {
      // expected: a command that does not read its input to the end closes the pipe; its exit code says what it thinks of it.
    });
    child.stdin.end(text);
  });
}

/** What packages of the project install, as scripts of a manifest find it. */
function listBinaries(folder: string): string[] {
  const parent = dirname(folder);
  const own = join(folder, 'node_modules', '.bin');
  return parent === folder ? [own] : [own, ...listBinaries(parent)];
}

function quote(path: string): string {
  return process.platform === 'win32' ? `"${path}"` : `'${path.replaceAll("'", `'\\''`)}'`;
}
