import type { Classification } from '@octollm/errors/classify';

/** What the providers document about the codes and types in their error bodies, by what a caller has to know of them. */
export const documentedCodes: readonly (readonly [kind: Classification['kind'], codes: string])[] = [
  ['rate_limit', 'rate_limit_error rate_limit_exceeded requests tokens RateLimitReached TooManyRequests'],
  ['rate_limit', 'ThrottlingException TooManyRequestsException RESOURCE_EXHAUSTED RATE_LIMIT_EXCEEDED RateLimitError'],
  ['overloaded', 'overloaded_error engine_overloaded engine_overloaded_error slow_down EngineOverloaded'],
  ['overloaded', 'overloaded capacity_exceeded'],
  ['unavailable', 'ServiceUnavailable ServiceUnavailableException ModelNotReadyException UNAVAILABLE'],
  ['unavailable', 'no_providers_available'],
  ['timeout', 'timeout_error ModelTimeoutException DEADLINE_EXCEEDED FUNCTION_INVOCATION_TIMEOUT'],
  ['internal', 'api_error server_error InternalServerError InternalServerException ModelStreamErrorException INTERNAL'],
  ['transport', 'CANCELLED'],
  ['usage_limit', 'billing_error credit_balance_too_low insufficient_quota billing_hard_limit_reached'],
  ['usage_limit', 'billing_not_active ServiceQuotaExceededException BILLING_DISABLED customer_verification_required'],
  ['unauthenticated', 'authentication_error invalid_api_key account_deactivated Unauthorized API_KEY_INVALID'],
  ['unauthenticated', 'UnrecognizedClientException ExpiredTokenException InvalidSignatureException'],
  ['unauthenticated', 'UNAUTHENTICATED AuthenticationError'],
  ['permission_denied', 'permission_error unsupported_country_region_territory insufficient_permissions'],
  ['permission_denied', 'PermissionDenied AccessDeniedException PERMISSION_DENIED'],
  ['context_overflow', 'request_too_large context_length_exceeded string_above_max_length'],
  ['context_overflow', 'context_window_exceeded ContextWindowExceededError'],
  ['content_filter', 'content_filter content_policy_violation moderation_blocked ResponsibleAIPolicyViolation'],
  ['content_filter', 'responsible_ai_policy_violation SAFETY PROHIBITED_CONTENT BLOCKLIST ContentPolicyViolationError'],
  ['config', 'model_not_found unsupported_model DeploymentNotFound InvalidApiVersion OperationNotSupported'],
  ['config', 'ResourceNotFoundException SERVICE_DISABLED invalid_model'],
  ['failed_precondition', 'previous_response_not_found FAILED_PRECONDITION'],
  ['provider_disabled', 'provider_disabled'],
  ['unimplemented', 'UNIMPLEMENTED'],
];

/** Those that pass by themselves, or once the whole history is sent again. */
export const passingKinds: readonly Classification['kind'][] = [
  'rate_limit',
  'overloaded',
  'unavailable',
  'timeout',
  'internal',
  'transport',
];
