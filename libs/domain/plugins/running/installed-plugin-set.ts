/** The plugins of one bot: their hooks in order, what masks, and their tools. Nothing that a plugin does rejects here. */
import type { JsonSchemas } from '#infra/json-schema';
import type {
  InstalledPlugins,
  PluginRun,
  PluginTool,
  PluginTurn,
  ProcessedText,
  ToolAnswer,
} from '../plugin-runs.types';
import type { HookName, PluginConfig, PluginHook } from '../plugins.types';
import { PhaseTime } from './phase-time';
import { type CallEnd, type CallLimits, type PluginCalls } from './plugin-calls';
import { PluginFault } from './plugin-fault';
import type { HookInput, ReadyPlugin, ReadyTool } from './ready-plugin';
import { toldResult } from './told-result';
import { argumentsIn } from './tool-arguments';
import type { ToolList, ToolLists } from './tool-lists';
import { uniqueToolNames } from './tool-names';

/** Of a message or a reply that a plugin has written: as long as messages may be. */
const MAX_TEXT = 32_000;
/** Providers of models take 128; nobody chooses well among so many. */
const MAX_TOOLS = 64;

export interface InstalledOne {
  plugin: ReadyPlugin;
  /** Changes with its configuration. */
  key: string;
}

interface Step {
  plugin: ReadyPlugin;
  hook: PluginHook;
}

export interface RunningServices {
  calls: PluginCalls;
  toolLists: ToolLists;
  schemas: JsonSchemas;
}

export class InstalledPluginSet implements InstalledPlugins {
  readonly isEmpty: boolean;
  readonly postProcesses: boolean;
  private readonly masks: readonly ((text: string) => string)[];
  private readonly steps: readonly Step[];

  /** @param installed oldest first */
  constructor(
    private readonly installed: readonly InstalledOne[],
    private readonly services: RunningServices,
  ) {
    this.masks = installed.flatMap(({ plugin: { mask } }) => (mask ? [mask] : []));
    // Sorting is stable: of equal priorities, what was installed first runs first.
    this.steps = installed
      .flatMap(({ plugin }) => plugin.hooks.map((hook) => ({ plugin, hook })))
      .sort((one, other) => one.hook.priority - other.hook.priority);
    const doesPostProcess = this.stepsOf('post-process').some(({ plugin, hook }) => plugin.runs(hook));
    this.postProcesses = this.masks.length > 0 || doesPostProcess;
    const hasTools = installed.some(({ plugin }) => plugin.hasTools);
    this.isEmpty = this.masks.length === 0 && this.steps.length === 0 && !hasTools;
  }

  mask(text: string): string {
    return this.masks.reduce((masked, mask) => mask(masked), text);
  }

  preProcess(turn: PluginTurn, text: string, signal?: AbortSignal): Promise<ProcessedText> {
    return this.process('pre-process', { turn, text }, signal);
  }

  postProcess(turn: PluginTurn, said: { message: string; text: string }, signal?: AbortSignal): Promise<ProcessedText> {
    return this.process('post-process', { turn, ...said }, signal);
  }

  async tools(
    turn: PluginTurn,
    signal?: AbortSignal,
    onRun: (run: PluginRun) => void = () => undefined,
  ): Promise<readonly PluginTool[]> {
    const asked = this.installed.filter(({ plugin }) => plugin.hasTools);
    const lists = await Promise.all(asked.map(({ plugin, key }) => this.services.toolLists.of(key, plugin, signal)));
    signal?.throwIfAborted();
    for (const [at, { fault }] of lists.entries()) if (fault) onRun(listingRun(asked[at]!.plugin, fault));
    const offered = lists
      .flatMap(({ tools }, at) => tools.map((tool) => ({ plugin: asked[at]!.plugin, tool })))
      .slice(0, MAX_TOOLS);
    const names = uniqueToolNames(offered.map(({ plugin, tool }) => ({ plugin: plugin.name, tool: tool.name })));
    return offered.map(({ plugin, tool }, at) => this.offered(names[at]!, plugin, tool, turn));
  }

  private stepsOf(phase: HookName): readonly Step[] {
    return this.steps.filter(({ hook }) => hook.name === phase);
  }

  private async process(
    phase: HookName,
    { text, ...about }: Omit<HookInput, 'hook'>,
    signal: AbortSignal | undefined,
  ): Promise<ProcessedText> {
    const runs: PluginRun[] = [];
    const time = new PhaseTime();
    let current = text;
    for (const { plugin, hook } of this.stepsOf(phase)) {
      const limits = { phase, timeoutMs: time.left(plugin.timeoutMs), signal };
      const { value, ...end } = await this.step(plugin, { ...about, hook, text: current }, limits);
      runs.push({ ...labelOf(plugin), phase, ...end });
      current = value ?? current;
    }
    return { text: current, runs };
  }

  private async step(plugin: ReadyPlugin, input: HookInput, limits: CallLimits): Promise<CallEnd<string>> {
    if (limits.timeoutMs <= 0)
      return { outcome: 'skipped', durationMs: 0, message: 'The plugins before it took all the time there is.' };
    return this.services.calls.run(plugin, limits, async (signal) => acceptable(await plugin.process(input, signal)));
  }

  private offered(name: string, plugin: ReadyPlugin, tool: ReadyTool, turn: PluginTurn): PluginTool {
    const { description, parameters, isRepeatable = false } = tool;
    const call = async (args: string, signal?: AbortSignal): Promise<ToolAnswer> => {
      const limits = { phase: 'tool' as const, timeoutMs: plugin.timeoutMs, signal };
      const { value, ...end } = await this.services.calls.run(plugin, limits, async (inTime) =>
        tool.call(await this.argumentsFor(tool, args), turn, inTime),
      );
      const run: PluginRun = { ...labelOf(plugin), phase: 'tool', tool: name, ...end };
      return { text: value ?? toldResult(`The tool failed. ${end.message ?? ''}`.trim()), run };
    };
    return { name, description, parameters, isRepeatable, call };
  }

  /** @throws PluginFault in words for the model, which may try again */
  private async argumentsFor({ parameters }: ReadyTool, text: string): Promise<PluginConfig> {
    const args = argumentsIn(text);
    const verdict = await this.services.schemas.check(parameters, args);
    // What cannot be checked here is checked by whoever declares it.
    if (verdict.outcome !== 'unfit') return args;
    throw new PluginFault(`The arguments do not fit: ${verdict.field || 'they'} ${verdict.message}.`);
  }
}

function labelOf({ name, version }: ReadyPlugin): Pick<PluginRun, 'plugin' | 'version'> {
  return { plugin: name, version };
}

function listingRun(plugin: ReadyPlugin, fault: NonNullable<ToolList['fault']>): PluginRun {
  return { ...labelOf(plugin), phase: 'tool', ...fault };
}

/** What PostgreSQL keeps and people can read. @throws PluginFault */
function acceptable(text: string): string {
  const clean = text.toWellFormed().replaceAll('\0', '');
  if (clean.trim() === '') throw new PluginFault('The plugin left nothing of the text.');
  if (clean.length > MAX_TEXT)
    throw new PluginFault(`The plugin made the text longer than ${MAX_TEXT.toLocaleString('en-US')} characters.`);
  return clean;
}
