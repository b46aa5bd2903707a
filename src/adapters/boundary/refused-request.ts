import { AuthenticationError } from '../../errors/authentication-error.ts';
import { AuthorizationError } from '../../errors/authorization-error.ts';
import { CancelledError } from '../../errors/cancelled-error.ts';
import { describeErrorClass } from '../../errors/describe-error-class.ts';
import { ExternalError } from '../../errors/external-error.ts';
import { InternalError } from '../../errors/internal-error.ts';
import { InvalidInputError } from '../../errors/invalid-input-error.ts';
import { OctoLLMError } from '../../errors/octollm-error.ts';
import { RateLimitError } from '../../errors/rate-limit-error.ts';
import { ResourceError } from '../../errors/resource-error.ts';
import { SystemError } from '../../errors/system-error.ts';
import { TimeoutError } from '../../errors/timeout-error.ts';
import { ValidationError } from '../../errors/validation-error.ts';
import { getStatusPhrase } from '../../http/status-phrase.ts';

/** What the standard has a class for. */
const standardClasses: Readonly<Record<number, typeof OctoLLMError>> = {
  400: InvalidInputError,
  401: AuthenticationError,
  403: AuthorizationError,
  422: ValidationError,
  429: RateLimitError,
  499: CancelledError,
  500: InternalError,
  502: ExternalError,
  503: ResourceError,
  504: TimeoutError,
};

const builtClasses = new Map<number, typeof OctoLLMError>();

/** Returns the class of the hierarchy for a status from 400 to 599; an error of it still takes that status as an option. */
export function getErrorClass(status: number): typeof OctoLLMError {
  const known = standardClasses[status] ?? builtClasses.get(status);
  if (known !== undefined) return known;

  const built = status < 500 ? createRefusal(status) : SystemError;
  builtClasses.set(status, built);
  return built;
}

/** Creates the error of an address that nothing answers to. */
export function createNotFound(): OctoLLMError {
  return new (getErrorClass(404))('Nothing answers to this method and path');
}

/** A code belongs to a class; the statuses that the standard does not know get the code that their phrase spells. */
function createRefusal(status: number): typeof OctoLLMError {
  const title = getStatusPhrase(status);
  const refusal = class extends OctoLLMError {};
  describeErrorClass(refusal, {
    name: 'RefusedRequestError',
    code: title.toUpperCase().replaceAll(' ', '_'),
    kind: status === 404 ? 'not_found' : 'invalid_argument',
    status,
    severity: 'warning',
    retryable: false,
    title,
  });
  return refusal;
}
