import type { ApiError, CancelledError } from './errors';

// By name: the client is bundled apart from what shows its errors, and a class of another bundle is another class.

export function isApiError(error: unknown): error is ApiError {
  return error instanceof Error && error.name === 'ApiError';
}

export function isCancelled(error: unknown): error is CancelledError {
  return error instanceof Error && error.name === 'CancelledError';
}
