export * from './access/access';
export * from './access/access.guard';
export * from './access/current-actor';
export * from './actor-resolver';
export { networkOf } from './admission/network-of';
export { type Allowance, RateLimiter } from './admission/rate-limiter';
export {
  type AnswerHeader,
  addAnswerHeaders,
  SpendingGate,
  type SpendingRefusal,
  SpendsBudget,
} from './admission/spending';
export { BuiltAsset } from './assets/built-asset';
export * from './configure-http';
export { credentialInHeaders } from './credentials';
export { Deprecated, type DeprecationNotice } from './deprecation';
export * from './dialect';
export * from './dialects';
export { type Download, toDownload } from './downloads/to-download';
export { DrainModule } from './drain';
export * from './fastify-adapter';
export { AllOptional } from './fields/all-optional';
export { EnumField, TextListField, type TextListOptions } from './fields/choice-fields';
export { jsonSchemaOf } from './fields/json-schema-of';
export { BooleanField, IntegerField, NumberField, NumberListField, type NumberOptions } from './fields/number-fields';
export { AnyField, NestedField, NestedListField, ObjectField } from './fields/object-fields';
export { DateField, dateOf, EmailField, IdField, TextField, type TextOptions } from './fields/text-fields';
export * from './http.module';
export { InputPipe } from './input/input.pipe';
export {
  Answers,
  AnswersBare,
  AnswersDone,
  AnswersFile,
  AnswersNothingMore,
  AnswersOneOrMany,
  AnswersPage,
  AnswersStream,
  Refuses,
  type StreamedTypes,
  Summary,
} from './main-api/answers';
export * from './main-api/controllers';
export * from './main-api/envelope';
export * from './main-api/id-param';
export * from './main-api/page-query.dto';
export { OnceId } from './once/once-id';
export { Repeatable } from './once/repeatable';
export { buildOpenApi, type DialectDocument } from './openapi/build-openapi';
export * from './openapi/mount-docs';
export { prefixedIds } from './prefixed-ids';
export * from './product-version';
export { RawRequest, type RawRequestParts, TakesRawBody } from './raw/raw-body';
export { type EventStreamOptions, sendEventStream } from './streaming/event-stream';
export { sendFetchResponse, toFetchRequest } from './streaming/fetch-exchange';
export type { SseFrame } from './streaming/sse-frame';
export * from './uploads/accepts-upload';
export { FileField, type UploadedFile } from './uploads/file-field';
export type { UploadedForm } from './uploads/form-parts';
export type { IncomingFile, IncomingForm } from './uploads/incoming-form';
export { UUID_IDS } from './uuid-ids';
