import { Injectable, Logger } from '@nestjs/common';
import { BrokenArtefactError, type Judgements, readJudgements } from '#domain/classification';
import { type Actor, isUuid } from '#kernel';
import { trainingErrors } from '../training.errors';
import { type Activation, type ActivationPolicy, decideByComparison, decided } from './activation';
import { compareJudgements } from './compare-judgements';
import type { VersionComparison } from './comparisons.types';
import { JudgementsQueries, type StoredJudgements } from './judgements.queries';

/** A version that was just trained, and the one that would give way to it. */
export interface Candidate {
  teamId: string;
  botId: string;
  activeVersion: number | null;
  judgements: Uint8Array;
}

/** Versions of a bot's model beside each other, on the examples that both have held out. */
@Injectable()
export class ModelComparisons {
  private readonly logger = new Logger(ModelComparisons.name);

  constructor(private readonly queries: JudgementsQueries) {}

  /**
   * @param withVersion the active one when absent, or, of the active one itself, the one before
   * @throws `training.model_not_found`, `training.nothing_to_compare`, `training.no_judgements`
   */
  async compare(
    { teamId }: Actor,
    botId: string,
    version: number,
    withVersion: number | undefined,
  ): Promise<VersionComparison> {
    const stored = await this.require(teamId, botId, version);
    const other = withVersion ?? (await this.counterpartOf(teamId, botId, version));
    const [one, two] = [
      await this.judgementsOf(stored),
      await this.judgementsOf(await this.require(teamId, botId, other)),
    ];
    return { version, with: other, ...compareJudgements(one, two) };
  }

  /** In the transaction that adds the version, while nobody else can change which one is active. */
  async decide(policy: ActivationPolicy, candidate: Candidate): Promise<Activation> {
    const { teamId, botId, activeVersion, judgements } = candidate;
    if (policy === 'never') {
      return { policy, isActivated: false, comparedWith: null, reason: 'The session was not to activate it.' };
    }
    if (policy === 'always') {
      return { policy, isActivated: true, comparedWith: null, reason: 'The session was to activate it in any case.' };
    }
    if (activeVersion === null) return decided(true, null, 'There was no active version.');
    const stored = await this.queries.find(teamId, botId, activeVersion);
    const other = stored && (await this.read(stored));
    if (!other) {
      const reason = `What version ${activeVersion} said of held-out examples is not known, so the new version was activated.`;
      return decided(true, activeVersion, reason);
    }
    return decideByComparison(await readJudgements(judgements), other, activeVersion);
  }

  private async counterpartOf(teamId: string, botId: string, version: number): Promise<number> {
    const { activeVersion, versionBefore } = await this.queries.choice(teamId, botId, version);
    const other = activeVersion === version ? versionBefore : activeVersion;
    if (other === null) throw trainingErrors.nothing_to_compare();
    return other;
  }

  private async require(teamId: string, botId: string, version: number): Promise<StoredJudgements> {
    const stored = isUuid(botId) ? await this.queries.find(teamId, botId, version) : undefined;
    if (!stored) throw trainingErrors.model_not_found();
    return stored;
  }

  private async judgementsOf(stored: StoredJudgements): Promise<Judgements> {
    const judgements = await this.read(stored);
    if (judgements) return judgements;
    throw trainingErrors.no_judgements({
      message: `What version ${stored.version} said of held-out examples is not known. Train again to compare.`,
    });
  }

  /** Undefined when there are none that this program can read. */
  private async read({ version, judgements }: StoredJudgements): Promise<Judgements | undefined> {
    if (judgements === null) return undefined;
    try {
      return await readJudgements(judgements);
    } catch (error) {
      if (!(error instanceof BrokenArtefactError)) throw error;
      this.logger.warn({ message: 'The judgements of a model cannot be read.', version, err: error });
      return undefined;
    }
  }
}
