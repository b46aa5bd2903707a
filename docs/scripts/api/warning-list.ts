import { Logger, LogLevel, type MinimalNode, type MinimalSourceFile } from 'typedoc';
import { repository } from '../repository.ts';

/** Keeps what TypeDoc warns of: links that lead nowhere, types that are not exported, tags that it does not know. */
export class WarningList extends Logger {
  readonly warnings: string[] = [];

  override log(message: string, level: LogLevel): void {
    super.log(message, level);
    if (level >= LogLevel.Warn) this.warnings.push(message.replaceAll(`${repository}/`, ''));
  }

  protected override addContext(
    message: string,
    _level: LogLevel,
    ...place: [MinimalNode?] | [number, MinimalSourceFile]
  ): string {
    if (place.length === 2) return addPlace(message, place[1], place[0]);
    const [node] = place;
    return node ? addPlace(message, node.getSourceFile(), node.getStart()) : message;
  }
}

function addPlace(message: string, file: MinimalSourceFile, position: number): string {
  return `${file.fileName}:${file.getLineAndCharacterOfPosition(position).line + 1} ${message}`;
}
