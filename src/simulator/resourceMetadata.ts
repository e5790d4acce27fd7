import type { JsonObject } from '../model/json';

/** The `metadata` of a resource; `name` is what its Confluent resource name says behind the authority. */
export function metadata(
  resource: { readonly createdAt: number; readonly updatedAt?: number },
  self: string,
  name: string,
): JsonObject {
  return {
    self,
    resource_name: resourceName(name),
    created_at: new Date(resource.createdAt).toISOString(),
    updated_at: new Date(resource.updatedAt ?? resource.createdAt).toISOString(),
  };
}

export function resourceName(name: string): string {
  return `crn://confluent.cloud/${name}`;
}

/** How one resource names another. */
export function reference(id: string, related: string, name: string): JsonObject {
  return { id, related, resource_name: resourceName(name) };
}
