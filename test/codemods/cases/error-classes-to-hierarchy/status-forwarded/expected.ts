import { OctoLLMError } from '@octollm/errors';

export class AnswerFailed extends OctoLLMError {
  statusCode: number;

  constructor(message: string, statusCode = 500) {
    super(message, { status: statusCode });
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
