import { type Prompt, userMessage } from "./prompt.ts";

export const answerIamQuestion: Prompt = {
  name: "answer_iam_question",
  title: "Answer an IAM question from verified facts",
  description: "Answers a question on AWS IAM from verified facts and the official page, with sources",
  arguments: [{ name: "question", description: "The question", required: true }],
  messages: ({ question = "" }) =>
    userMessage([
      `Answer this question on AWS IAM: ${question}`,
      "",
      '1. Call search_facts with the question. On "match" or "weak" read the results that fit with get_fact.',
      "2. If the answer is a limit, a quota, an exact name, or something that changed, call verify_fact on the fact.",
      '3. On "none" find the official page and read it with fetch_doc. Do not answer from memory.',
      "Answer in a few sentences with the source URL and the day it was checked, and say what remains uncertain.",
    ]),
};
