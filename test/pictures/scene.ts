import type { VsCode } from '../ui/driver.ts';

/** Something to be seen in the editor. */
export interface Scene {
  /** Of the file, without its end. */
  readonly name: string;
  readonly inReadme?: boolean;
  /** Whether it is of the time before the demo organization is there. */
  readonly isSignedOut?: boolean;
  /** Brings it about, in an editor where the scenes before have been. */
  play(vscode: VsCode): Promise<void>;
  /** Takes away what closing editors and pressing Escape leaves. */
  leave?(vscode: VsCode): Promise<void>;
}
