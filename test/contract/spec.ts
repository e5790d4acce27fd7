import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { isJsonObject, type JsonObject, type JsonValue } from '../../src/model/json';
import { mapValues, type Reading, toJsonSchema } from './jsonSchema';

export interface Operation {
  readonly method: string;
  /** With `{…}` for what varies. */
  readonly path: string;
  readonly parameters: readonly JsonObject[];
  /** Schemas of the request's body by content type; empty where it has none. */
  readonly body: JsonObject;
  /** Status to description. */
  readonly responses: JsonObject;
  /** Whether credentials are asked for. */
  readonly secured: boolean;
}

/** One OpenAPI 3.0 description. */
export class Spec {
  readonly operations: readonly Operation[];
  readonly #ajv: Readonly<Record<Reading, Ajv>>;
  readonly #validators = new Map<string, ValidateFunction>();

  constructor(json: JsonObject) {
    const schemas = objectAt(json, 'components', 'schemas');
    this.#ajv = {
      sent: ajvFor('sent', schemas),
      received: ajvFor('received', schemas),
      text: ajvFor('text', schemas),
    };
    this.operations = Object.entries(objectAt(json, 'paths')).flatMap(([path, item]) =>
      Object.entries(isJsonObject(item) ? item : {}).flatMap(([method, operation]) =>
        isJsonObject(operation) && isJsonObject(operation['responses'])
          ? [operationOf(method, path, operation)]
          : [],
      ),
    );
  }

  /** The operation that a method and a path without query name. */
  operation(method: string, path: string): Operation | undefined {
    const parts = path.split('/');
    return this.operations.find(operation => {
      const template = operation.path.split('/');
      return (
        operation.method === method &&
        template.length === parts.length &&
        template.every((part, index) => (part.startsWith('{') ? parts[index] !== '' : part === parts[index]))
      );
    });
  }

  /** What is wrong with a value: each problem with its place, `place` being the whole's. */
  problems(
    reading: Reading,
    schema: JsonValue | undefined,
    value: unknown,
    place: string,
  ): readonly string[] {
    const validate = this.#validator(reading, schema ?? true);
    // Ajv reads text as the schema's type only where it can write the result back, which is inside an object.
    if (validate({ value })) return [];
    const errors = validate.errors ?? [];
    return errors.map(
      ({ instancePath, message }) => `${place}${instancePath.slice('/value'.length)}: ${message}`,
    );
  }

  #validator(reading: Reading, schema: JsonValue): ValidateFunction {
    const name = `${reading} ${JSON.stringify(schema)}`;
    const known = this.#validators.get(name);
    if (known !== undefined) return known;
    const compiled = this.#ajv[reading].compile({ properties: { value: toJsonSchema(schema, reading) } });
    this.#validators.set(name, compiled);
    return compiled;
  }
}

function ajvFor(reading: Reading, schemas: JsonObject): Ajv {
  const ajv = new Ajv({
    strict: false,
    allErrors: true,
    discriminator: true,
    // One pattern of the descriptions has an escape that is no longer allowed.
    unicodeRegExp: false,
    coerceTypes: reading === 'text' ? 'array' : false,
  });
  addFormats(ajv);
  const converted = mapValues(schemas, schema => toJsonSchema(schema, reading));
  ajv.addSchema({ $id: 'spec', components: { schemas: converted } });
  return ajv;
}

function operationOf(method: string, path: string, json: JsonObject): Operation {
  const { parameters, security } = json;
  return {
    method: method.toUpperCase(),
    path,
    parameters: Array.isArray(parameters) ? parameters.filter(isJsonObject) : [],
    body: mapValues(objectAt(json, 'requestBody', 'content'), content => objectAt(content, 'schema')),
    responses: objectAt(json, 'responses'),
    secured: Array.isArray(security) && security.length > 0,
  };
}

/** The object at the end of a path of names; an empty one where there is none. */
export function objectAt(value: JsonValue, ...names: readonly string[]): JsonObject {
  const end = names.reduce<JsonValue | undefined>(
    (inner, name) => (isJsonObject(inner) ? inner[name] : undefined),
    value,
  );
  return isJsonObject(end) ? end : {};
}
