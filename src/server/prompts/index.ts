import { answerIamQuestion } from "./answer-iam-question.ts";
import type { Prompt } from "./prompt.ts";
import { reviewPolicy } from "./review-policy.ts";

export const prompts: readonly Prompt[] = [answerIamQuestion, reviewPolicy];
