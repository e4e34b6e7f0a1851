import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { LookupCache } from '#infra/caching';
import { Database, isUniqueViolation } from '#infra/database';
import { Notices } from '#infra/notices';
import { type Actor, Clock, isUuid, newId, offsetOf, type Page, type PageRequest, SECOND_MS } from '#kernel';
import { BotsService } from '../bots.service';
import { personalityErrors } from './personalities.errors';
import { personalitiesChanged } from './personalities.notices';
import type { CreatePersonality, Personality, PersonalityPatch } from './personalities.types';
import { PersonalityEntity } from './personality.entity';
import { promptModifierOf } from './prompt-modifier';
import { mergeTraits } from './traits';

const DEFAULT_NAME = 'Default';

/** Changes are told at once by notices; the time is for those that get lost. */
const REMEMBERED = { ttlMs: 5 * SECOND_MS, maxFound: 10_000, maxMissing: 10_000 };

/** How the bots of a team speak. Another team's personality and an id that is none are both `personalities.not_found`. */
@Injectable()
export class Personalities {
  /** By bot. */
  private readonly modifiers: LookupCache<{ text: string }>;

  constructor(
    private readonly bots: BotsService,
    private readonly database: Database,
    private readonly notices: Notices,
    private readonly clock: Clock,
  ) {
    this.modifiers = new LookupCache(clock, REMEMBERED);
    notices.on(personalitiesChanged, ({ botId }) => this.modifiers.forgetKey(botId));
    notices.onGap(() => this.modifiers.clear());
  }

  /** What the default personality of a bot asks of a model; undefined when there is none. By personality_default_key. */
  async defaultModifierOf(teamId: string, botId: string): Promise<string | undefined> {
    const modifier = await this.modifiers.get(botId, async () => {
      const found = await this.personalities.findOneBy({ teamId, botId, isDefault: true });
      return found ? { text: promptModifierOf(found) } : undefined;
    });
    return modifier?.text;
  }

  /** Oldest first. By personality_bot_id_idx. @throws `bots.not_found` */
  async list(actor: Actor, botId: string, { page, limit }: PageRequest): Promise<Page<Personality>> {
    await this.bots.get(actor, botId);
    const [items, total] = await this.personalities.findAndCount({
      where: { botId },
      order: { id: 'asc' },
      skip: offsetOf({ page, limit }),
      take: limit,
    });
    return { items, total, page, limit };
  }

  /** Of all bots, oldest first, those that came after the one of an id. By personality_team_id_id_idx. */
  listOfTeam({ teamId }: Actor, { after, limit }: { after?: string; limit: number }): Promise<Personality[]> {
    return this.personalities.find({
      where: { teamId, ...(after === undefined ? {} : { id: MoreThan(after) }) },
      order: { id: 'asc' },
      take: limit,
    });
  }

  /** By personality_bot_id_name_key. @throws `personalities.not_found` */
  async getNamed({ teamId }: Actor, botId: string, name: string): Promise<Personality> {
    const found = await this.personalities.findOneBy({ teamId, botId, name });
    if (!found) throw personalityErrors.not_found();
    return found;
  }

  /** @throws `personalities.not_found` */
  get(actor: Actor, id: string): Promise<Personality> {
    return this.find(actor, id);
  }

  /** @throws `bots.not_found`, `personalities.name_taken`, `input.invalid` */
  create(actor: Actor, botId: string, input: CreatePersonality): Promise<Personality> {
    return this.changing(async () => {
      await this.bots.hold(actor, botId);
      const made = newPersonality(actor.teamId, botId, input, this.clock.now());
      if (made.isDefault) await this.clearDefault(botId);
      await this.personalities.insert(made);
      this.notices.publish(personalitiesChanged, { botId });
      return made;
    });
  }

  /** @throws `bots.not_found`, `personalities.name_taken` */
  createDefault(actor: Actor, botId: string, name = DEFAULT_NAME): Promise<Personality> {
    return this.create(actor, botId, { name, isDefault: true });
  }

  /** @throws `personalities.not_found`, `personalities.name_taken`, `input.invalid` */
  update(actor: Actor, id: string, patch: PersonalityPatch): Promise<Personality> {
    return this.changing(async () => {
      const personality = await this.hold(actor, id);
      const changes = { ...changesOf(personality, patch), updatedAt: this.clock.now() };
      if (changes.isDefault && !personality.isDefault) await this.clearDefault(personality.botId);
      await this.personalities.update({ id }, changes);
      this.notices.publish(personalitiesChanged, { botId: personality.botId });
      return { ...personality, ...changes };
    });
  }

  /** Takes the place of the one that was. @throws `personalities.not_found` */
  makeDefault(actor: Actor, id: string): Promise<Personality> {
    return this.update(actor, id, { isDefault: true });
  }

  /** @throws `personalities.not_found`, `personalities.is_default` */
  async delete(actor: Actor, id: string): Promise<void> {
    await this.database.transaction(async () => {
      const { botId, isDefault } = await this.hold(actor, id);
      if (isDefault) throw personalityErrors.is_default();
      await this.personalities.delete({ id });
      this.notices.publish(personalitiesChanged, { botId });
    });
  }

  /** @throws `personalities.not_found` */
  async promptModifier(actor: Actor, id: string): Promise<{ personality: Personality; text: string }> {
    const personality = await this.find(actor, id);
    return { personality, text: promptModifierOf(personality) };
  }

  private get personalities() {
    return this.database.repository(PersonalityEntity);
  }

  /** By personality_pkey. */
  private async find({ teamId }: Actor, id: string): Promise<Personality> {
    const found = isUuid(id) ? await this.personalities.findOneBy({ id, teamId }) : null;
    if (!found) throw personalityErrors.not_found();
    return found;
  }

  /** Those who change personalities of one bot wait for each other, so that it never has two defaults. By bot_pkey. */
  private async hold(actor: Actor, id: string): Promise<Personality> {
    const { botId } = await this.find(actor, id);
    await this.database.query('select 1 from bot where id = $1 for no key update', [botId]);
    return this.find(actor, id);
  }

  /** By personality_default_key. */
  private async clearDefault(botId: string): Promise<void> {
    await this.personalities.update({ botId, isDefault: true }, { isDefault: false });
  }

  private async changing<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await this.database.transaction(work);
    } catch (error) {
      throw isUniqueViolation(error, 'personality_bot_id_name_key') ? personalityErrors.name_taken() : error;
    }
  }
}

function newPersonality(teamId: string, botId: string, input: CreatePersonality, now: Date): Personality {
  return {
    id: newId(),
    teamId,
    botId,
    name: input.name.trim(),
    description: input.description ?? null,
    traits: mergeTraits({}, input.traits ?? {}),
    tone: input.tone ?? null,
    languageStyle: input.languageStyle ?? null,
    isDefault: input.isDefault ?? false,
    createdAt: now,
    updatedAt: now,
  };
}

function changesOf(personality: Personality, patch: PersonalityPatch) {
  const { name, description, traits, tone, languageStyle, isDefault } = personality;
  return {
    name: patch.name?.trim() ?? name,
    description: patch.description === undefined ? description : patch.description,
    traits: patch.traits === null ? {} : mergeTraits(traits, patch.traits ?? {}),
    tone: patch.tone === undefined ? tone : patch.tone,
    languageStyle: patch.languageStyle === undefined ? languageStyle : patch.languageStyle,
    isDefault: patch.isDefault ?? isDefault,
  };
}
