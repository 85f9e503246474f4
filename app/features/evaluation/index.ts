// What people thought of a day or of the whole: that they were asked, and, kept apart, what they said.
export { giveAnswer } from "./answering.server";
export { askThem, takeBack } from "./asking.server";
export { evaluationPage, openFor, responsesOf, RESPONSE_GOAL, resultsOf, type EvaluationPage, type Response, type Results } from "./queries.server";
export { defaultQuestions, impactQuestions, questionsOf, questionKinds, scaleWords, type Answer, type Question } from "./questions";
export { evaluationProcess } from "./workflow.server";
