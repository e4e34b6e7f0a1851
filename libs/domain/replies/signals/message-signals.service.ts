/** What a message tells beside its question: whether its writer wants a person, and how frustrated they are. */
import { Injectable } from '@nestjs/common';
import { ReadyModels } from '#domain/models';
import { boundedText, readableText } from '../message/plain-text';
import { freeSpeakers } from '../pipeline/turn';
import { spokenLanguage } from '../pipeline/understanding';
import type { HistoryMessage, ReplyConfiguration } from '../replies.types';
import { frustrationOf } from './frustration';
import { type ModelReading, readByModel } from './model-reading';
import { wishesPerson } from './person-wish';

export interface WordsRequest {
  message: string;
  history: readonly HistoryMessage[];
  /** What is looked for; the rest is false and 0. A model is asked only for frustration. */
  wants: { wish: boolean; frustration: boolean };
}

export interface SignalsRequest extends WordsRequest {
  teamId: string;
  /** Says which model may be asked. */
  configuration: ReplyConfiguration;
  signal?: AbortSignal;
}

export interface MessageReading {
  wantsPerson: boolean;
  /** 0 to 1; above 0.8 people agree that it is frustration. */
  frustration: number;
  /** ISO 639-1, of the message or else of the conversation. */
  language: string;
}

export interface WordsReading extends MessageReading {
  /** Whether a model could not tell more. */
  isSure: boolean;
}

/** Words as plain as this need no model to be understood. */
const SURE_FRUSTRATION = 0.8;
const SURE_WISH = 0.9;

@Injectable()
export class MessageSignals {
  constructor(private readonly models: ReadyModels) {}

  /** What the words say, at once. */
  inWords({ message, history, wants }: WordsRequest): WordsReading {
    const text = readableText(message);
    const bounded = boundedText(text);
    const wantsPerson = wants.wish && wishesPerson(bounded);
    const frustration = wants.frustration ? frustrationOf(bounded, history) : 0;
    const isSure = !wants.frustration || wantsPerson || frustration >= SURE_FRUSTRATION || bounded === '';
    return { wantsPerson, frustration, language: spokenLanguage(text, history), isSure };
  }

  /**
   * The same as a generating model of the bot sees it, which takes as long as a call; without one, and where the words are
   * sure, as they say. Throws the reason of `signal` when that aborts, and faults of ours.
   */
  async judged(request: SignalsRequest, words: WordsReading): Promise<MessageReading> {
    if (words.isSure) return words;
    const seen = await this.readByModel(request);
    if (seen === undefined) return words;
    return { ...words, wantsPerson: request.wants.wish && seen.wish >= SURE_WISH, frustration: seen.frustration };
  }

  /** By the model that would speak first; none is asked in its place. */
  private async readByModel({ teamId, configuration, ...read }: SignalsRequest): Promise<ModelReading | undefined> {
    const { fallbackModelIds: _, ...chosen } = configuration;
    const [speaker] = freeSpeakers((await this.models.speakers(teamId, chosen)).slice(0, 1));
    return speaker === undefined ? undefined : readByModel(speaker, read);
  }
}
