/**
 * What the OpenAPI documents promise, held against what clients and servers say to each other in the end-to-end tests:
 *
 * - an answer has a status, content type, headers and body that its operation documents, also when it is an error;
 * - a request that its operation does not allow is refused (4xx);
 * - of an event stream each frame is one of those that are documented;
 * - what no document knows is not found.
 */
import {
  type Answer,
  type Document,
  type DocumentedOperation,
  DocumentedOperations,
  readDocuments,
} from './documented-operations';
import { readParameters } from './request-parameters';
import { Validators } from './validators';

export interface SentRequest {
  method: string;
  /** With the query. */
  path: string;
  headers: Headers;
  body: unknown;
}

export interface AnswerHead {
  status: number;
  headers: Headers;
}

/** Pages and documents for people; no operations. */
const PAGES = /^\/(?:$|docs|demo|dashboard|openapi|api\/v1\/openapi\.json)/;
/** Says the type of what it does not send. */
const NOT_MODIFIED = 304;
/** Of `/mcp`, whose protocol wants to hear it. */
const WRONG_METHOD = 405;
const EVENT_STREAM = 'text/event-stream';

export type FrameCheck = (frame: { id?: string | undefined; event: string; data: unknown }) => void;

export class ApiContract {
  private readonly operations: DocumentedOperations;
  private readonly validators = new Validators();

  /** @param documents the committed ones unless given */
  constructor(private readonly documents: readonly Document[] = readDocuments()) {
    this.operations = new DocumentedOperations(documents);
  }

  /**
   * @param body parsed when it is JSON; left out for a stream, whose frames are checked one by one
   * @throws Error that says what differs from the documents
   */
  check(request: SentRequest, answer: AnswerHead, body?: unknown): void {
    const url = new URL(request.path, 'http://parley');
    const operation = this.operations.find(request.method, url.pathname);
    const problems = operation
      ? [...this.answerProblems(operation, answer, body), ...this.allowance(operation, request, url, answer)]
      : this.unknownProblems(url, answer, body);
    if (problems.length > 0) throw new Error(describe(request, answer, problems));
  }

  /** What frames of this stream are checked by. */
  frames(request: SentRequest): FrameCheck {
    const operation = this.operations.find(request.method, new URL(request.path, 'http://parley').pathname);
    const schema = operation && this.answerOf(operation, 200)?.content?.[EVENT_STREAM]?.schema;
    return ({ id, event, data }) => {
      if (!schema) return;
      const frame = { ...(id === undefined ? {} : { id }), event, data };
      const problems = this.validators.problemsOf(operation.document, schema, frame, 'frame');
      if (problems.length > 0)
        throw new Error(
          `${request.method} ${request.path} told a frame ${event} that is not documented:\n  ${problems}`,
        );
    };
  }

  /** Whether it is an error in the words of a dialect. */
  isError(body: unknown): boolean {
    return this.documents.some(
      (document) =>
        this.validators.problemsOf(document, { $ref: '#/components/schemas/Error' }, body, 'body').length === 0,
    );
  }

  private answerProblems(operation: DocumentedOperation, head: AnswerHead, body: unknown): string[] {
    const answer = this.answerOf(operation, head.status);
    if (!answer) return [`status ${head.status} is not documented`];
    return [
      ...missingHeaders(operation.document, answer, head.headers),
      ...this.contentProblems(operation, answer, head, body),
    ];
  }

  private contentProblems(
    operation: DocumentedOperation,
    { content }: Answer,
    { status, headers }: AnswerHead,
    body: unknown,
  ): string[] {
    if (status === NOT_MODIFIED) return [];
    const type = mediaTypeOf(headers);
    if (type === '') return content ? ['there is no content'] : [];
    const media = content?.[type] ?? content?.['application/octet-stream'];
    if (!media) return [`content type ${type} is not documented`];
    return isJson(type) && media.schema
      ? this.validators.problemsOf(operation.document, media.schema, body, 'body')
      : [];
  }

  /** A request that the document forbids must not succeed. */
  private allowance(operation: DocumentedOperation, request: SentRequest, url: URL, { status }: AnswerHead): string[] {
    if (status >= 300) return [];
    const problems = [...this.parameterProblems(operation, request, url), ...this.bodyProblems(operation, request)];
    return problems.map((problem) => `the request is not allowed, and succeeded: ${problem}`);
  }

  private parameterProblems(operation: DocumentedOperation, { headers }: SentRequest, url: URL): string[] {
    const read = readParameters(operation, { query: url.searchParams, headers });
    return read.flatMap(({ parameter, value }) => {
      if (value === undefined) return parameter.required ? [`${parameter.name} is missing`] : [];
      return this.validators.problemsOf(operation.document, parameter.schema, value, parameter.name);
    });
  }

  private bodyProblems({ requestBody, document }: DocumentedOperation, { headers, body }: SentRequest): string[] {
    // A request that reads on needs no body.
    if (headers.has('last-event-id')) return [];
    if (body === undefined) return requestBody?.required ? ['the body is missing'] : [];
    // Bodies that nobody reads are no part of the contract.
    if (!requestBody) return [];
    const type = mediaTypeOf(headers);
    const media = requestBody.content[type];
    if (!media) return [`content type ${type} is not documented`];
    if (!isJson(type) || !media.schema) return [];
    return this.validators.problemsOf(document, media.schema, jsonValue(body), 'body');
  }

  private unknownProblems({ pathname }: URL, { status, headers }: AnswerHead, body: unknown): string[] {
    if (PAGES.test(pathname) || (status === WRONG_METHOD && headers.has('allow'))) return [];
    if (status !== 404) return ['the path is in no document'];
    return this.isError(body) ? [] : ["the body is no dialect's error"];
  }

  private answerOf({ responses, document }: DocumentedOperation, status: number): Answer | undefined {
    const answer = responses[status];
    const name = answer?.$ref?.slice('#/components/responses/'.length);
    return name === undefined ? answer : document.components.responses?.[name];
  }
}

function missingHeaders({ components }: Document, { headers: documented = {} }: Answer, headers: Headers): string[] {
  const required = Object.entries(documented).filter(
    ([, { $ref }]) => components.headers?.[$ref.slice('#/components/headers/'.length)]?.required,
  );
  return required.filter(([name]) => !headers.has(name)).map(([name]) => `header ${name} is missing`);
}

function isJson(mediaType: string): boolean {
  return /[/+]json$/.test(mediaType);
}

/** As the server reads it. */
function jsonValue(body: unknown): unknown {
  return JSON.parse(typeof body === 'string' ? body : JSON.stringify(body));
}

function mediaTypeOf(headers: Headers): string {
  return (headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}

function describe({ method, path }: SentRequest, { status }: AnswerHead, problems: readonly string[]): string {
  return `${method} ${path} answered ${status} in a way that its OpenAPI document does not allow:\n  ${problems.join('\n  ')}`;
}
