import { Injectable } from '@nestjs/common';
import type { ReplyRequest } from '../replies.types';
import { decide } from './decision';
import { limitsOf } from './limits';
import { ReplyTally } from './reply-tally';
import { Retrieval } from './retrieval.service';
import { understand } from './understanding';

/**
 * Whether a bot's knowledge would answer a message now, without answering it: no model speaks, no plugin is asked, and nothing is
 * known of the end user.
 */
@Injectable()
export class KnowledgeCheck {
  constructor(private readonly retrieval: Retrieval) {}

  async answers(
    question: Pick<ReplyRequest, 'teamId' | 'botId' | 'configuration' | 'message' | 'signal'>,
  ): Promise<boolean> {
    const request = { ...question, history: [] };
    const understanding = understand(request);
    const bases = await this.retrieval.activeBases(request.teamId, [request.botId]);
    const limits = limitsOf(request.configuration);
    const search = { bases, limits, tally: new ReplyTally(), signal: request.signal };
    const findings = await this.retrieval.find(search, understanding.questions);
    return decide(request, understanding, findings, bases, limits).kind === 'grounded';
  }
}
