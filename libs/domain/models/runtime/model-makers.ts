import { Injectable } from '@nestjs/common';
import { AddressGuard } from '#infra/http-client';
import { Sealer } from '#infra/secrets';
import { type EmbeddingModel, type EmbeddingProvider, makeEmbedding } from '#providers/embeddings';
import { type ClosableLlm, type LlmProvider, makeLlm } from '#providers/llm';
import { makeReranker, type Reranker, type RerankProvider } from '#providers/reranking';
import { credentialContext } from '../credentials';
import type { ModelEntity } from '../model.entity';

/** A minute, as of the operator's model. */
const DEFAULT_TIMEOUT_MS = 60_000;

export interface OperatorsEmbedding {
  baseUrl: string;
  apiKey: string | undefined;
  model: string;
  timeoutMs: number;
}

/** Makes models of providers from rows. None makes a connection before its first call. */
@Injectable()
export class ModelMakers {
  constructor(
    private readonly addresses: AddressGuard,
    private readonly sealer: Sealer,
  ) {}

  /** @throws AppError when the key does not open or the address is not allowed (any more) */
  llm(row: ModelEntity): ClosableLlm {
    const { contextTokens, capabilities, settings } = row;
    const { json, ...stated } = capabilities;
    const { fetch, lookup } = this.wayOut(row);
    return makeLlm({
      ...this.common(row),
      provider: row.provider as LlmProvider,
      ...(settings.apiVersion === undefined ? {} : { apiVersion: settings.apiVersion }),
      ...(contextTokens === null ? {} : { maxInputTokens: contextTokens }),
      capabilities: { ...stated, jsonOutput: json },
      fetch,
      lookup,
    });
  }

  /** @throws AppError as `llm` */
  embedding(row: ModelEntity): EmbeddingModel {
    const { apiVersion, dimensions } = row.settings;
    const { fetch } = this.wayOut(row);
    return makeEmbedding({
      ...this.common(row),
      provider: row.provider as EmbeddingProvider,
      apiVersion,
      dimensions,
      fetch,
    });
  }

  /** The operator's own, whose address may be private. */
  operatorsEmbedding(settings: OperatorsEmbedding): EmbeddingModel {
    const { fetch } = this.addresses.guardFor({ trusted: true });
    return makeEmbedding({ ...settings, name: settings.model, provider: 'openai-compatible', fetch });
  }

  /** @throws AppError as `llm` */
  reranker(row: ModelEntity): Reranker {
    const { fetch } = this.wayOut(row);
    return makeReranker({ ...this.common(row), provider: row.provider as RerankProvider, fetch });
  }

  /** Null when there is none. @throws AppError `secrets.*` */
  apiKeyOf({ teamId, credentials }: ModelEntity): string | null {
    return credentials === null || teamId === null ? null : this.sealer.open(credentials, credentialContext(teamId));
  }

  private common(row: ModelEntity) {
    const { name, model, baseUrl, settings } = row;
    const apiKey = this.apiKeyOf(row);
    return {
      name,
      model,
      timeoutMs: settings.timeoutMs ?? DEFAULT_TIMEOUT_MS,
      ...(baseUrl === null ? {} : { baseUrl }),
      ...(apiKey === null ? {} : { apiKey }),
    };
  }

  /** Sockets look up no literal addresses, so that those are looked at here: what was allowed once need not be now. */
  private wayOut({ isTrusted, baseUrl }: ModelEntity): AddressGuard {
    const guard = this.addresses.guardFor({ trusted: isTrusted });
    if (baseUrl !== null) guard.check(baseUrl);
    return guard;
  }
}
