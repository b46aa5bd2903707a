import { styleText } from 'node:util';
import { wrapText } from './wrap-text.ts';

export type Style = 'bold' | 'dim' | 'red' | 'green' | 'cyan';

/** Where the demo writes: lines of at most 100 columns, coloured for a terminal only. */
export interface Screen {
  readonly width: number;
  readonly line: (text?: string) => void;
  /** Writes a text as lines that fit behind the indentation. */
  readonly paragraph: (text: string, indent?: number, style?: Style) => void;
  readonly paint: (style: Style, text: string) => string;
}

export const screenWidth = 100;

export function createScreen(
  stream: NodeJS.WritableStream & { readonly isTTY?: boolean },
  environment: Readonly<Record<string, string | undefined>>,
): Screen {
  const hasColors = canShowColors(stream, environment);
  const line = (text = ''): void => void stream.write(`${text}\n`);
  const paint = (style: Style, text: string): string => (hasColors ? styleText(style, text) : text);
  const paragraph = (text: string, indent = 0, style?: Style): void => {
    for (const part of wrapText(text, screenWidth - indent))
      line(`${' '.repeat(indent)}${style ? paint(style, part) : part}`);
  };
  return { width: screenWidth, line, paragraph, paint };
}

function canShowColors(
  stream: { readonly isTTY?: boolean },
  environment: Readonly<Record<string, string | undefined>>,
): boolean {
  return stream.isTTY === true && !environment['NO_COLOR'] && environment['TERM'] !== 'dumb';
}
