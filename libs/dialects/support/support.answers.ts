/** Status and bare body of an answer. */
export { AnswersBare as Tells } from '#infra/http';
