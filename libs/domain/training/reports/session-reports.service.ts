import { Injectable } from '@nestjs/common';
import type { TrainingReport } from '#domain/classification';
import type { Actor } from '#kernel';
import type { Activation } from '../comparisons/activation';
import { ModelsQueries } from '../models/models.queries';
import type { TrainingSession } from '../sessions/sessions.types';
import { TrainingSessions } from '../sessions/training-sessions.service';
import { trainingErrors } from '../training.errors';

export interface SessionReport {
  sessionId: string;
  botId: string;
  modelVersion: number;
  isActive: boolean;
  /** Null of sessions that ended before there were policies. */
  activation: Activation | null;
  report: TrainingReport;
}

/** What a session measured, as it is kept with the version that it made. */
@Injectable()
export class SessionReports {
  constructor(
    private readonly sessions: TrainingSessions,
    private readonly models: ModelsQueries,
  ) {}

  /** @throws `training.session_not_found`, `training.no_report` */
  async get(actor: Actor, sessionId: string): Promise<SessionReport> {
    const session = await this.sessions.get(actor, sessionId);
    const { botId, metrics } = session;
    if (metrics === null) throw notCompleted(session);
    const { modelVersion, activation = null } = metrics;
    const model = await this.models.find(actor.teamId, botId, modelVersion);
    if (!model) {
      const message = `Version ${modelVersion}, which the session made, has been deleted, and its report with it.`;
      throw trainingErrors.no_report({ message });
    }
    return { sessionId, botId, modelVersion, isActive: model.isActive, activation, report: model.report };
  }
}

function notCompleted({ status }: TrainingSession) {
  const isOver = status === 'failed' || status === 'cancelled';
  const message = isOver
    ? `The session was not completed, it ${status === 'failed' ? 'has failed' : 'was cancelled'}, so it has no report.`
    : `The session is ${status}; its report is there when it is completed.`;
  return trainingErrors.no_report({ message });
}
