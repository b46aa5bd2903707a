export type Level = 'debug' | 'info' | 'warn' | 'error' | 'silent';

const order: Level[] = ['debug', 'info', 'warn', 'error', 'silent'];

class Logger {
  level: Level = 'info';

  debug(message: string, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  info(message: string, ...rest: unknown[]): void {
    this.write('info', message, rest);
  }

  warn(message: string, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  error(message: string, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  private write(level: Level, message: string, rest: unknown[]): void {
    if (order.indexOf(level) < order.indexOf(this.level)) return;
    const line = JSON.stringify({ time: new Date().toISOString(), level, message, rest });
    console.log(line);
  }
}

export function parseLevel(value: string): Level {
  const level = order.find((name) => name === value);
  if (!level) throw new Error(`Invalid log level: ${value}`);
  return level;
}

export const logger = new Logger();
