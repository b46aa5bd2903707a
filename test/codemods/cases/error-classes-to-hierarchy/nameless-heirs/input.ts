class ApiError extends Error {
  readonly httpCode: number;

  constructor(message: string, httpCode = 400) {
    super(message);
    this.httpCode = httpCode;
  }
}

export class ForbiddenFolderError extends ApiError {
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
  constructor() {
    super('Nothing left', 410);
  }
}
