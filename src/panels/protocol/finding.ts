import type { Tone } from './page';

/** A finding as pages show it. */
export interface FindingView {
  readonly id: string;
  readonly tone: Tone;
  /** How bad it is, in words. */
  readonly severity: string;
  readonly title: string;
  readonly evidence: readonly string[];
  readonly why: string;
  readonly advice: readonly string[];
  /** Why it was muted, and when. */
  readonly muted?: string;
}
