/** What plugins do in a turn, as whoever makes replies sees it. */

/** Whose turn it is; told to plugins that run elsewhere. */
export interface PluginTurn {
  teamId: string;
  /** Null: of no bot, as the tools of an agent loop without knowledge. */
  botId: string | null;
  botName?: string;
  conversationId?: string;
  userRef?: string;
}

export const RUN_OUTCOMES = ['ok', 'failed', 'timed_out', 'skipped'] as const;
/** `skipped`: nothing was asked of the plugin, because there was no time left, it failed too often lately, or it has nothing to run. */
export type RunOutcome = (typeof RUN_OUTCOMES)[number];

export type PluginPhase = 'pre-process' | 'post-process' | 'tool';

/** One plugin was asked once. */
export interface PluginRun {
  plugin: string;
  version: string;
  phase: PluginPhase;
  tool?: string;
  outcome: RunOutcome;
  durationMs: number;
  /** Why it is not `ok`; safe for the caller. */
  message?: string;
}

/** The text as the plugins of a phase have left it, and what each of them did. */
export interface ProcessedText {
  text: string;
  runs: readonly PluginRun[];
}

/** What a tool has to say to the model. */
export interface ToolAnswer {
  /** Bounded; a fault in words when it failed. */
  text: string;
  run: PluginRun;
}

/** Something that a model may call. */
export interface PluginTool {
  /** Letters, digits, `_` and `-`, at most 64; unique among the bot's tools. */
  name: string;
  description: string;
  /** JSON Schema of an object. */
  parameters: Readonly<Record<string, unknown>>;
  /** Whoever made it says that calling it once more changes nothing further. */
  isRepeatable?: boolean;
  /**
   * Never rejects, except for the reason of an aborted signal.
   *
   * @param args JSON as the model wrote it
   */
  call(args: string, signal?: AbortSignal): Promise<ToolAnswer>;
}

/** The plugins that are installed and switched on for one bot. */
export interface InstalledPlugins {
  readonly isEmpty: boolean;
  /** Replies are changed after they are made, be it by a redactor alone: they must be whole before they are told. */
  readonly postProcesses: boolean;
  /** Personal data becomes mask characters; the same text when no redactor is installed. Linear in the text. */
  mask(text: string): string;
  /** A plugin that fails changes nothing, and its run says so. */
  preProcess(turn: PluginTurn, text: string, signal?: AbortSignal): Promise<ProcessedText>;
  /** @param said the message that is answered, and the reply */
  postProcess(turn: PluginTurn, said: { message: string; text: string }, signal?: AbortSignal): Promise<ProcessedText>;
  /** @param onRun is told of plugins whose tools could not be listed */
  tools(turn: PluginTurn, signal?: AbortSignal, onRun?: (run: PluginRun) => void): Promise<readonly PluginTool[]>;
}
