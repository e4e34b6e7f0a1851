import type { Actor, ErrorKind, FieldProblem } from '#kernel';

/** What a caller presented; `identity` turns it into an actor. */
export interface Credential {
  type: 'jwt' | 'key';
  value: string;
}

/** The part of a request that a dialect may look at, also when routing or parsing has failed. */
export interface RequestHead {
  method: string;
  /** Path without the query string, percent-decoded except for reserved characters, as the router matches it. */
  path: string;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  query: Readonly<Record<string, unknown>>;
}

/** A part of the address space. The longest mount whose segments match exactly owns a path. */
export interface Mount {
  /** E.g. `/api/v1`; `/` matches everything. */
  path: string;
  /** Only this method; such a mount wins over one of the same length without a method. */
  method?: string;
  /** Only this very path, nothing below it. */
  exact?: boolean;
}

/** A failure to be told to the caller. */
export interface Failure {
  kind: ErrorKind;
  /** Of the AppError, e.g. `bots.not_found`. */
  code: string;
  message: string;
  fields: readonly FieldProblem[];
  requestId: string;
  /** When it happened. */
  at: Date;
}

export interface RenderedFailure {
  status: number;
  body: unknown;
}

/** One counter of a dialect's rate-limit policy. Counters are separate per dialect, class and principal. */
export interface RateLimit {
  /** Name of the class within the dialect, e.g. `management`. */
  bucket: string;
  limit: number;
  windowMs: number;
  /** Whose calls are counted together; of the caller alone unless given. Strangers are counted by their network. */
  per?: 'principal' | 'team';
  /** Never throttled, though its headers are sent. */
  exempt?: boolean;
}

/** How the dialect writes the key of a row of the given kind. */
export interface IdCodec {
  encode(kind: string, id: string): string;
  /** Undefined when the text cannot be an id of that kind; the caller answers "not found". */
  decode(kind: string, text: string): string | undefined;
}

/** One externally defined HTTP API shape. A pure description: no I/O, nothing injected. */
export interface Dialect {
  readonly name: string;
  readonly mounts: readonly Mount[];
  readonly ids: IdCodec;
  readCredential(request: RequestHead): Credential | undefined;
  renderFailure(failure: Failure): RenderedFailure;
  /** Undefined: the path has no counter and gets no headers. */
  rateLimit(request: RequestHead, actor: Actor | undefined): RateLimit | undefined;
  /** What monitors and balancers ask: answered however much there is to do. Nothing unless given. */
  isVital?(request: RequestHead): boolean;
  readonly docs: DialectDocs;
  /** What it promises to callers of routes that will go; nothing unless given. */
  readonly deprecationPolicy?: DeprecationPolicy;
}

export interface DeprecationPolicy {
  /** Between the announcement and the day from which on the route should not be used any more. */
  noticeDays: number;
  /** Calendar months from that day on in which it still works. */
  supportMonths: number;
}

export interface DialectDocs {
  title: string;
  /** Markdown. */
  description: string;
  /** Of the API that it speaks; the version of the product unless given. */
  version?: string;
  /** Where its OpenAPI document is served. */
  path: string;
  /** What the headings of its operations are about, by the `tag` of the controllers. */
  tags?: Readonly<Record<string, string>>;
  /** OpenAPI security schemes by name. */
  securitySchemes: Readonly<Record<string, Record<string, unknown>>>;
  /** OpenAPI schema of the body that `renderFailure` makes. */
  errorSchema: Readonly<Record<string, unknown>>;
}
