import { readFile } from 'node:fs/promises';

export async function readSettings(path: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw new Error(`Failed to read file ${path}`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(
      `Malformed JSON in the settings, please check that the file holds one object and nothing else: ${path}`,
    );
  }
}

export async function readToken(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    throw new Error(`Failed to read file ${path}`);
  }
}

export async function readSecret(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new Error(`Failed to read file ${path}`, { cause: error });
  }
}

export async function readKey(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    // no-cause: the text of the system names folders that callers must not see
    throw new Error(`Failed to read file ${path}`);
  }
}
