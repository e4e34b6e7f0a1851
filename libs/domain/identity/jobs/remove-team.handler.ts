import { HandlesJob, type JobHandler, type JobRun } from '#infra/queue';
import { TeamRemoval } from '../teams/team-removal.service';
import { removeTeam } from './remove-team.job';

@HandlesJob(removeTeam)
export class RemoveTeamHandler implements JobHandler<{ teamId: string }> {
  constructor(private readonly teams: TeamRemoval) {}

  async run({ teamId }: { teamId: string }, { signal }: JobRun): Promise<void> {
    await this.teams.remove(teamId, signal);
  }
}
