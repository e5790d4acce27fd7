import { isJsonObject, type JsonObject, type JsonValue } from '../../src/model/json';

/** How a value is held against a schema: as what a client sends, as what it receives, or as text in a query, form or header. */
export type Reading = 'sent' | 'received' | 'text';

/** The JSON schema of an OpenAPI 3.0 schema. References lead to the document `spec`. */
export function toJsonSchema(schema: JsonValue, reading: Reading): JsonObject | boolean {
  if (!isJsonObject(schema)) return true;
  if (schema[reading === 'received' ? 'writeOnly' : 'readOnly'] === true) return false;
  const keywords = Object.entries(schema).filter(([name]) => name !== 'nullable');
  const converted = Object.fromEntries(
    keywords.map(([name, value]) => [name, keyword(name, value, schema, reading)]),
  );
  return schema['nullable'] === true ? { anyOf: [{ type: 'null' }, converted] } : converted;
}

function keyword(name: string, value: JsonValue, schema: JsonObject, reading: Reading): JsonValue {
  switch (name) {
    case '$ref':
      return String(value).replace(/^#/, 'spec#');
    case 'properties':
      return mapValues(value, property => toJsonSchema(property, reading));
    case 'required':
      return required(value, schema, reading);
    // The mapping says what the branches' own enums say.
    case 'discriminator':
      return isJsonObject(value) ? { propertyName: value['propertyName'] ?? '' } : value;
    case 'items':
    case 'additionalProperties':
      return toJsonSchema(value, reading);
    case 'allOf':
    case 'anyOf':
    case 'oneOf':
      return elements(value).map(branch => toJsonSchema(branch, reading));
    default:
      return value;
  }
}

/** What only the service writes is not required of a client. */
function required(names: JsonValue, schema: JsonObject, reading: Reading): JsonValue {
  const properties = schema['properties'];
  if (!isJsonObject(properties)) return names;
  return elements(names).filter(name => toJsonSchema(properties[String(name)] ?? true, reading) !== false);
}

export function mapValues(value: JsonValue, change: (value: JsonValue) => JsonValue): JsonObject {
  const entries = isJsonObject(value) ? Object.entries(value) : [];
  return Object.fromEntries(entries.map(([name, member]) => [name, change(member)]));
}

function elements(value: JsonValue): readonly JsonValue[] {
  return Array.isArray(value) ? (value as readonly JsonValue[]) : [];
}
