import { type Answer, failure } from './answer';
import type { Operation } from './call';
import { badRequest, methodNotAllowed } from './failures';
import type { Resource } from './resources';

export interface Route extends Resource {
  readonly method: string;
  readonly run: Operation;
}

/** The operation that a method and a path name, with the id in the path; else 404 or 405. */
export function findRoute(
  routes: readonly Route[],
  method: string,
  path: string,
): { readonly route: Route; readonly id: string } | Answer {
  const parent = path.slice(0, path.lastIndexOf('/'));
  const here = routes.filter(route => route.path === path || route.path === `${parent}/{id}`);
  const route = here.find(candidate => candidate.method === method);
  if (route !== undefined) return { route, id: decodeSegment(path.slice(parent.length + 1)) };
  if (here.length === 0) return failure(404, [{ title: 'Not Found' }]);
  return methodNotAllowed(here.map(candidate => candidate.method).join(', '));
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw badRequest('The path is not valid.');
  }
}
