import { type Answer, failure, type Problem } from './answer';
import { quotaExceeded, unauthenticated } from './failures';

const problems: Readonly<Record<number, Problem>> = {
  400: { code: 'bad_request', title: 'Bad Request', detail: 'The request is not valid.' },
  403: {
    code: 'user_unauthorized',
    title: 'User Access Unauthorized',
    detail: 'The user is not allowed to access the resource.',
  },
  404: { title: 'Not Found' },
  409: {
    code: 'resource_already_exists',
    title: 'Resource Already exists',
    detail: 'The key already exists.',
  },
  422: {
    code: 'invalid_configuration',
    title: 'Validation Failed',
    detail: "The property '/key' is not valid.",
    pointer: '/key',
  },
  500: { code: 'internal_error', title: 'Internal Server Error', detail: 'Something went wrong.' },
  502: { title: 'Bad Gateway' },
  503: { title: 'Service Unavailable' },
  504: { title: 'Gateway Timeout' },
};

const tooMany: Answer = {
  status: 429,
  headers: {
    'X-RateLimit-Limit': '100',
    'X-RateLimit-Remaining': '0',
    'X-RateLimit-Reset': '1',
    'Retry-After': '1',
  },
};

/** What the service would say with a status, for a fault that names the status alone. A 429 has no body. */
export function usualFailure(status: number): Answer {
  if (status === 401) return unauthenticated();
  if (status === 402) return quotaExceeded();
  if (status === 429) return tooMany;
  const problem = problems[status];
  return problem === undefined ? { status } : failure(status, [problem]);
}
