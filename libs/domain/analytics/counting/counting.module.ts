import { Module } from '@nestjs/common';
import { ContextModule } from '#domain/context';
import { RetentionModule } from '#domain/retention';
import { ExperimentCountingQueries } from '../experiments/counting/experiment-counting.queries';
import { ExperimentCounting } from '../experiments/counting/experiment-counting.service';
import { BacklogQueries } from './backlog.queries';
import { Backlog } from './backlog.service';
import { CountedUsers } from './counted-users.service';
import { CountingQueries } from './counting.queries';
import { Counting } from './counting.service';
import { EventUpkeep } from './event-upkeep.service';
import { MissedEventQueries } from './missed-events.queries';
import { OldFigures } from './old-figures';
import { OldFiguresQueries } from './old-figures.queries';
import { SittingQueries } from './sittings.queries';
import { Sittings } from './sittings.service';
import { VisitQueries } from './visits.queries';
import { Visits } from './visits.service';

@Module({
  imports: [ContextModule, RetentionModule],
  providers: [
    CountingQueries,
    SittingQueries,
    VisitQueries,
    BacklogQueries,
    MissedEventQueries,
    Sittings,
    Visits,
    ExperimentCountingQueries,
    ExperimentCounting,
    Counting,
    Backlog,
    EventUpkeep,
    CountedUsers,
    OldFiguresQueries,
    OldFigures,
  ],
  exports: [Counting, Backlog, EventUpkeep],
})
export class CountingModule {}
