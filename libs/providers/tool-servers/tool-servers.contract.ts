/**
 * A server somewhere that has tools for models to call. Nobody trusts it: whatever it does, a call ends within its limits.
 */
export interface ToolServerAddress {
  url: string;
  /** Sent with every request, e.g. what lets us in. */
  headers?: Readonly<Record<string, string>>;
}

/** A tool as its server describes it; the words are the server's. */
export interface ServedTool {
  name: string;
  description: string;
  /** JSON Schema of an object. */
  parameters: Readonly<Record<string, unknown>>;
  /** Its server says that it only reads, or that calling it once more with the same arguments changes nothing further. */
  isRepeatable?: true;
}

export interface ServedResult {
  /** What the tool has to say; what is no text is named in its place. */
  text: string;
  /** The tool itself says that it has failed. */
  isError: boolean;
}

/** Who answered a probe. */
export interface ToolServerIdentity {
  /** As the server calls itself; undefined when it does not. */
  name: string | undefined;
  version: string | undefined;
  /** Of the protocol that was agreed on. */
  protocolVersion: string | undefined;
}

export interface ToolServerLimits {
  /** Of the whole operation, with all requests that it takes. */
  timeoutMs: number;
  signal?: AbortSignal;
}

/**
 * All operations throw AppErrors of `tool_servers.errors` or those of `#infra/http-client` about the address, and the reason of
 * an aborted `signal`.
 */
export interface ToolServer {
  /** At most `MAX_SERVED_TOOLS`; what is left over is left out. */
  list(limits: ToolServerLimits): Promise<readonly ServedTool[]>;
  call(tool: ServedTool, args: Readonly<Record<string, unknown>>, limits: ToolServerLimits): Promise<ServedResult>;
  /** Whether it is there and speaks to us. */
  probe(limits: ToolServerLimits): Promise<ToolServerIdentity>;
}

export const MAX_SERVED_TOOLS = 128;
/** Of all answers of one operation together, decoded. */
export const MAX_ANSWER_BYTES = 512 * 1024;

/** The way to tool servers; also the injection token. */
export abstract class ToolServers {
  /** Loads what it needs, which may take a moment the first time, and makes no connection. */
  abstract at(address: ToolServerAddress): Promise<ToolServer>;
}
