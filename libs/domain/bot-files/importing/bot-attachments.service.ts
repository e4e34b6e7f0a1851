import { Injectable } from '@nestjs/common';
import { Integrations } from '#domain/integrations';
import { type Plugin, type PluginInput, PluginInstallation, Plugins } from '#domain/plugins';
import { type SessionConfig, TrainingSessions } from '#domain/training';
import { type Actor, AppError } from '#kernel';
import { allRows } from '../exporting/all-pages';
import type { BotFile } from '../file/bot-file.types';
import type { BotBeingMade } from './bot-being-made';

type PluginPart = BotFile['plugins'][number];

/** What hangs on a bot and may be refused here: an address that is not allowed, a secret that is missing, too few examples. */
@Injectable()
export class BotAttachments {
  constructor(
    private readonly plugins: Plugins,
    private readonly installation: PluginInstallation,
    private readonly integrations: Integrations,
    private readonly sessions: TrainingSessions,
  ) {}

  async attach(actor: Actor, made: BotBeingMade): Promise<void> {
    const { botId, file, notes } = made;
    for (const plugin of file.plugins) {
      await noting(notes, `The plugin "${plugin.name}" was not installed`, () => this.install(actor, botId, plugin));
    }
    for (const integration of file.integrations) {
      await noting(notes, `The integration "${integration.name}" was not made`, () =>
        this.integrations.create(actor, botId, { kind: 'webhook', ...integration }),
      );
    }
    if (file.training) await noting(notes, 'The training was not begun', () => this.train(actor, made, file.training!));
  }

  private async install(actor: Actor, botId: string, part: PluginPart): Promise<void> {
    const { id: pluginId } = await this.findOrRegister(actor, part);
    await this.installation.install(actor, botId, { pluginId, config: part.config, isEnabled: part.isEnabled });
  }

  /** The one of this name and version, if the team has it, whatever it does here. */
  private async findOrRegister(actor: Actor, { name, version, manifest }: PluginPart): Promise<Plugin> {
    const known = await allRows((page) => this.plugins.list(actor, page));
    const isIt = (plugin: Plugin) =>
      plugin.name === name && (manifest === null ? plugin.teamId === null : plugin.version === version);
    const found = known.find(isIt);
    if (found) return found;
    return (await this.plugins.register(actor, (manifest ?? { name, version }) as PluginInput)).plugin;
  }

  private async train(
    actor: Actor,
    { botId, datasetIds }: BotBeingMade,
    { dataset, also, config }: NonNullable<BotFile['training']>,
  ): Promise<void> {
    const alsoDatasetIds = also.flatMap((place) => datasetIds[place] ?? []);
    const wanted: SessionConfig = {
      ...(config as SessionConfig),
      ...(alsoDatasetIds.length > 0 ? { alsoDatasetIds } : {}),
    };
    await this.sessions.start(actor, botId, { datasetId: datasetIds[dataset] ?? '', config: wanted });
  }
}

/** What is refused becomes a note; whatever may pass fails the run, which begins anew. */
async function noting(notes: string[], what: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof AppError) || error.kind === 'unavailable' || error.kind === 'internal') throw error;
    notes.push(`${what}: ${error.message}`);
  }
}
