import { AuthenticationError, AuthorizationError, ExternalError, InvalidInputError, LLMAPIError, RateLimitError, ResourceError, SystemError, TaskNotFoundError, TimeoutError, ValidationError } from '@octollm/errors';

export function check(kind: string, order: string): void {
  if (kind === 'a') throw new InvalidInputError('The name is required');
  if (kind === 'b') throw new AuthenticationError('Unauthorized');
  if (kind === 'c') throw new AuthorizationError(`Order ${order} is of somebody else`);
  if (kind === 'd') throw new TaskNotFoundError('No such order');
  if (kind === 'e') throw new ValidationError('The order is paid already');
  if (kind === 'f') throw new RateLimitError('Too many orders');
  if (kind === 'g') throw new SystemError('Internal Server Error');
  if (kind === 'h') throw new LLMAPIError('OpenAI API error: no completion');
  if (kind === 'i') throw new ExternalError('The shop answered nonsense');
  if (kind === 'j') throw new ResourceError('Service Unavailable');
  if (kind === 'k') throw new TimeoutError('The shop timed out');
  if (kind === 'l') throw new TaskNotFoundError('No such order');
  if (kind === 'm') throw new SystemError('Internal Server Error');
  if (kind === 'n') throw new SystemError('Something failed');
}
