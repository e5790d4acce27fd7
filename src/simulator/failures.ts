import { type Answer, failure, type Problem, Refusal } from './answer';

const invalidKey = 'Basic error="invalid_key", error_description="The API Key is invalid"';

/** The one answer to every kind of wrong credentials: a Kafka key is no better than a made-up one. */
export function unauthenticated(): Answer {
  return failure(
    401,
    [
      {
        code: 'user_unauthenticated',
        title: 'Authentication Required',
        detail: 'Valid authentication credentials must be provided',
      },
    ],
    { 'WWW-Authenticate': invalidKey },
  );
}

export function unauthorized(caller: string, resource: string, role: string): Answer {
  const detail = `The user '${caller}' is not allowed to access the '${resource}' resource without the '${role}' role.`;
  return failure(403, [{ code: 'user_unauthorized', title: 'User Access Unauthorized', detail }]);
}

/** 403 hides whether the id exists at all. */
export function unknownId(status: 403 | 404, caller: string, id: string): Answer {
  if (status === 404) return failure(404, [{ title: 'Not Found' }]);
  const detail = `The user '${caller}' is not allowed to access the '${id}' resource.`;
  return failure(403, [{ code: 'user_unauthorized', title: 'User Access Unauthorized', detail }]);
}

export function badParameter(parameter: string, detail: string): Refusal {
  return new Refusal(failure(400, [{ code: 'invalid_filter', title: 'Invalid Filter', detail, parameter }]));
}

export function badRequest(detail: string): Refusal {
  return new Refusal(failure(400, [{ code: 'bad_request', title: 'Bad Request', detail }]));
}

/** One entry for each thing that is wrong with a body. */
export function invalidBody(
  problems: readonly { readonly pointer: string; readonly detail: string }[],
): Refusal {
  return new Refusal(
    failure(
      422,
      problems.map(problem => ({ code: 'invalid_configuration', title: 'Validation Failed', ...problem })),
    ),
  );
}

export function conflict(problem: Problem, location?: string): Answer {
  return failure(409, [problem], location === undefined ? {} : { Location: location });
}

export function methodNotAllowed(allowed: string): Answer {
  return failure(405, [{ title: 'Method Not Allowed' }], { Allow: allowed });
}

export function quotaExceeded(): Answer {
  return failure(402, [
    {
      code: 'quota_exceeded',
      title: 'BYOK Keys Per Org Quota Exceeded',
      detail: 'The request would exceed the quota: byok.max_keys.per_org',
    },
  ]);
}
