import { Injectable } from '@nestjs/common';
import { type BotConfiguration, BotsService, Personalities } from '#domain/bots';
import { Channels } from '#domain/channels';
import type { Upload } from '#domain/documents';
import { Integrations } from '#domain/integrations';
import { type KnowledgeBase, KnowledgeBasesService } from '#domain/knowledge';
import { type InstalledPlugin, PluginInstallation, SECRET_MASK } from '#domain/plugins';
import { type Dataset, TrainingSessions } from '#domain/training';
import { type Actor, Clock } from '#kernel';
import { type BotFile, FORMAT, FORMAT_VERSION } from '../file/bot-file.types';
import { allRows } from './all-pages';

export interface BotContents {
  bases: readonly KnowledgeBase[];
  datasets: readonly Dataset[];
  /** Uploads that cannot be carried. */
  lost: readonly Upload[];
}

type Outlined<Part extends keyof BotFile> = BotFile[Part];

/** All of a bot that is small: what stands in bot.json. Whatever is secret or belongs to the installation becomes a note. */
@Injectable()
export class BotOutline {
  constructor(
    private readonly bots: BotsService,
    private readonly personalities: Personalities,
    private readonly bases: KnowledgeBasesService,
    private readonly plugins: PluginInstallation,
    private readonly integrations: Integrations,
    private readonly channels: Channels,
    private readonly sessions: TrainingSessions,
    private readonly clock: Clock,
  ) {}

  async describe(actor: Actor, botId: string, { bases, datasets, lost }: BotContents): Promise<BotFile> {
    const { name, description, engine, configuration, status } = await this.bots.get(actor, botId);
    const notes: string[] = [];
    const own = await this.bases.findOwn(actor, botId);
    return {
      format: FORMAT,
      formatVersion: FORMAT_VERSION,
      exportedAt: this.clock.now().toISOString(),
      bot: { name, description, engine, configuration: withoutModels(configuration, notes), status },
      personalities: await this.personalitiesOf(actor, botId),
      bases: bases.map((base) => outlinedBase(base, own?.id, notes)),
      datasets: datasets.map((dataset) => ({
        name: dataset.name,
        description: dataset.description,
        domain: dataset.domain,
        isActive: dataset.isActive,
      })),
      training: await this.trainingOf(actor, botId, datasets),
      plugins: await this.pluginsOf(actor, botId, notes),
      integrations: await this.integrationsOf(actor, botId, notes),
      notes: [...notes, ...(await this.channelNotes(actor, botId)), ...lost.map(lostNote)],
    };
  }

  private async personalitiesOf(actor: Actor, botId: string): Promise<Outlined<'personalities'>> {
    const found = await allRows((page) => this.personalities.list(actor, botId, page));
    return found.map(({ name, description, traits, tone, languageStyle, isDefault }) => ({
      ...{ name, description, traits: { ...traits }, tone, languageStyle, isDefault },
    }));
  }

  /** Of the newest training that was completed, as far as its datasets are there. */
  private async trainingOf(actor: Actor, botId: string, datasets: readonly Dataset[]): Promise<Outlined<'training'>> {
    const { items } = await this.sessions.list(actor, botId, { page: 1, limit: 1, status: 'completed' });
    const [session] = items;
    const places = (session?.datasetIds ?? []).map((id) => datasets.findIndex((dataset) => dataset.id === id));
    const [dataset, ...also] = places.filter((place) => place >= 0);
    if (session === undefined || dataset === undefined) return null;
    const { alsoDatasetIds: _, ...config } = session.config;
    return { dataset, also, config };
  }

  private async pluginsOf(actor: Actor, botId: string, notes: string[]): Promise<Outlined<'plugins'>> {
    const found = await allRows((page) => this.plugins.list(actor, botId, page));
    return found.map((installed) => outlinedPlugin(installed, notes));
  }

  private async integrationsOf(actor: Actor, botId: string, notes: string[]): Promise<Outlined<'integrations'>> {
    const found = await allRows((page) => this.integrations.list(actor, botId, page));
    return found.flatMap(({ name, kind, webhookUrl, headers, timeoutMs, weight, isFallback, isEnabled }) => {
      if (kind === 'echo') return [];
      if (webhookUrl === null) {
        notes.push(`The integration "${name}" was a model: register the model, and make the integration again.`);
        return [];
      }
      const [kept, hidden] = splitMasked(headers);
      if (hidden.length > 0) {
        notes.push(`The integration "${name}" needs its secret headers: ${hidden.join(', ')}. It is off until then.`);
      }
      const isOn = isEnabled && hidden.length === 0;
      return [{ name, webhookUrl, headers: kept, timeoutMs, weight, isFallback, isEnabled: isOn }];
    });
  }

  private async channelNotes(actor: Actor, botId: string): Promise<string[]> {
    const found = await allRows((page) => this.channels.list(actor, botId, page));
    return found.map(
      ({ type, name }) => `The channel "${name ?? type}" (${type}) needs its credentials: make it again.`,
    );
  }
}

/** Ids of models mean something else in every installation. */
function withoutModels(
  { modelId, fallbackModelIds, rerankModelId, ...configuration }: BotConfiguration,
  notes: string[],
): Record<string, unknown> {
  if (modelId !== undefined) notes.push('The bot had a model of its own: choose one (configuration.modelId).');
  if (fallbackModelIds?.length)
    notes.push('The bot had fallback models: choose them (configuration.fallbackModelIds).');
  if (rerankModelId !== undefined) notes.push('The bot had a rerank model: choose one (configuration.rerankModelId).');
  return configuration;
}

function outlinedBase(
  { id, name, description, isActive, settings, embeddingModelId }: KnowledgeBase,
  ownId: string | undefined,
  notes: string[],
): Outlined<'bases'>[number] {
  if (embeddingModelId !== null) notes.push(`The knowledge base "${name}" had an embedding model: choose one.`);
  return { name, description, isActive, settings: { ...settings }, isOwn: id === ownId };
}

function outlinedPlugin({ plugin, isEnabled, config }: InstalledPlugin, notes: string[]): Outlined<'plugins'>[number] {
  const { id: _id, teamId, createdAt: _createdAt, updatedAt: _updatedAt, ...manifest } = plugin;
  const [kept, hidden] = splitMasked(config);
  if (hidden.length > 0) {
    notes.push(`The plugin "${plugin.name}" needs its secrets: ${hidden.join(', ')}. It is off until then.`);
  }
  return {
    name: plugin.name,
    version: plugin.version,
    manifest: teamId === null ? null : { ...manifest },
    isEnabled: isEnabled && hidden.length === 0,
    config: kept,
  };
}

/** What is shown, and the names of what is secret. */
function splitMasked<Value>(values: Readonly<Record<string, Value>>): [Record<string, Value>, string[]] {
  const entries = Object.entries(values);
  const isMasked = ([, value]: [string, Value]) => value === SECRET_MASK;
  const kept = entries.filter((entry) => !isMasked(entry));
  return [Object.fromEntries(kept), entries.filter(isMasked).map(([name]) => name)];
}

function lostNote({ title }: Upload): string {
  return `The document "${title}" was sent as nodes by a program: send it again.`;
}
