export class AnswerFailed extends Error {
  statusCode: number;

  constructor(message: string, statusCode = 500) {
    super(message);
    this.name = 'AnswerFailed';
    this.statusCode = statusCode;
  }
}

export class AnswerRefused extends AnswerFailed {
  constructor(action: string) {
    super(`You may not ${action}`, 403);
    this.name = 'AnswerRefused';
  }
}
