import { OctoLLMError } from '@octollm/errors';

class ApiError extends OctoLLMError {
  override name = 'ApiError';
  readonly httpCode: number;

  constructor(message: string, httpCode = 400) {
    super(message);
    this.httpCode = httpCode;
  }
}

export class ForbiddenFolderError extends ApiError {
  override name = 'ForbiddenFolderError';

  constructor(message = 'Forbidden') {
    super(message, 403);
  }
}

export class MissingFolderError extends ApiError {
  override name = 'MissingFolderError';
}

/** A marker. */
export class GoneFolderError extends ApiError {}

export class EmptyFolderError extends GoneFolderError {
  override name = 'EmptyFolderError';

  constructor() {
    super('Nothing left', 410);
  }
}
