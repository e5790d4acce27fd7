import { isJsonObject, type JsonObject } from '../model/json';
import { invalidBody } from './failures';
import { type ClusterType, clusterTypes, type SimulatedCluster } from './organization';

/** What somebody asks for, before it is decided whether it can be had. */
export interface ClusterInput {
  readonly displayName: string;
  readonly environmentId: string;
  readonly cloud: SimulatedCluster['cloud'];
  readonly region: string;
  readonly availability: string;
  readonly type: ClusterType;
  readonly cku: number | undefined;
  readonly keyId: string | undefined;
  /** A key of before the BYOK API: nobody can ask for one any more. */
  readonly legacyEncryptionKey: string | undefined;
}

const clouds = ['AWS', 'AZURE', 'GCP'] as const;

/** Reads the body of a creation; refuses it with one entry for each thing that is wrong. */
export function readClusterInput(body: JsonObject): ClusterInput {
  const wrong: string[] = [];
  const miss = <Value>(pointer: string, standIn: Value): Value => {
    wrong.push(pointer);
    return standIn;
  };
  const spec = objectAt(body, 'spec');
  const config = objectAt(spec, 'config');
  const text = (name: string) => textAt(spec, name) ?? miss(`/spec/${name}`, '');
  const type = clusterTypes.find(known => known === config['kind']);
  const cku = typeof config['cku'] === 'number' ? config['cku'] : undefined;
  const input: ClusterInput = {
    displayName: text('display_name'),
    environmentId: textAt(objectAt(spec, 'environment'), 'id') ?? miss('/spec/environment/id', ''),
    cloud: clouds.find(cloud => cloud === spec['cloud']) ?? miss('/spec/cloud', 'AWS'),
    region: text('region'),
    availability: text('availability'),
    type: type ?? miss('/spec/config/kind', 'Basic'),
    cku: type === 'Dedicated' ? (cku ?? miss('/spec/config/cku', 1)) : undefined,
    keyId:
      spec['byok'] === undefined
        ? undefined
        : (textAt(objectAt(spec, 'byok'), 'id') ?? miss('/spec/byok/id', '')),
    legacyEncryptionKey: textAt(config, 'encryption_key'),
  };
  if (wrong.length === 0) return input;
  throw invalidBody(
    wrong.map(pointer => ({ pointer, detail: `The property '${pointer}' is missing or not valid` })),
  );
}

function objectAt(parent: JsonObject, name: string): JsonObject {
  const value = parent[name];
  return isJsonObject(value) ? value : {};
}

function textAt(parent: JsonObject, name: string): string | undefined {
  const value = parent[name];
  return typeof value === 'string' ? value : undefined;
}
