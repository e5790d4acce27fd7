import type { Connection } from '../../connections/connection';
import type { Step } from '../runFlow';
import { runFlow } from '../runFlow';
import type { UploadDraft } from './uploadDraft';
import { UploadQuestions } from './uploadQuestions';
import type { Surroundings } from './reviewWarnings';
import { reviewStep } from './uploadReview';

/**
 * Asks for what a draft lacks, up to the review, where the user says yes. Undefined when the user left: then nothing has happened.
 */
export async function uploadFlow(
  draft: UploadDraft,
  connections: readonly Connection[],
  surroundingsOf: (connectionId: string) => Promise<Surroundings>,
): Promise<UploadDraft | undefined> {
  const review: Step<UploadDraft> = reviewStep(surroundingsOf, () => questions);
  const questions = new UploadQuestions(connections, review);
  return await runFlow(questions.next(draft), draft);
}
