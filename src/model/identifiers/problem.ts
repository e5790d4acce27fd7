import type { Message } from '../message';
import type { ProblemCode } from './messages';

/** A mistake in an identifier, or something worth knowing about it; `explain` makes the sentence. */
export interface Problem extends Message<ProblemCode> {
  /** Which part of the identifier it is about. */
  readonly part: Part;
  /** Where that stands in the text as it was given, in UTF-16 units; `length` is 0 where something is missing. */
  readonly start: number;
  readonly length: number;
  /** How a right one looks. */
  readonly example: string;
}

export type Part =
  | 'whole'
  | 'scheme'
  | 'partition'
  | 'service'
  | 'region'
  | 'account'
  | 'resource'
  | 'keyName'
  | 'roleName'
  | 'host'
  | 'vault'
  | 'version'
  | 'subscription'
  | 'resourceGroup'
  | 'project'
  | 'location'
  | 'keyRing';

export type Parsed<Value> =
  | { readonly ok: true; readonly value: Value; readonly warnings: readonly Problem[] }
  | { readonly ok: false; readonly problem: Problem };
