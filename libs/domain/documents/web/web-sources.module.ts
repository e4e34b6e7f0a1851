import { Module } from '@nestjs/common';
import { BotsModule } from '#domain/bots';
import { KnowledgeModule } from '#domain/knowledge';
import { TextExtractionModule } from '#providers/text-extraction';
import { DocumentsModule } from '../documents.module';
import { WebAddressCheck } from './address-check';
import { WebClient } from './fetching/web-client';
import { PageDocuments } from './pages/page-documents.service';
import { WebPagesQueries } from './pages/web-pages.queries';
import { SiteListings } from './sitemaps/site-listing.service';
import { SiteRulesReader } from './sitemaps/site-rules.service';
import { PageVisits } from './syncing/page-visits.service';
import { SyncQueries } from './syncing/sync.queries';
import { SyncScheduling } from './syncing/sync-scheduling.service';
import { WebSyncing } from './syncing/web-syncing.service';
import { WebSourcesQueries } from './web-sources.queries';
import { WebSources } from './web-sources.service';

@Module({
  imports: [BotsModule, KnowledgeModule, TextExtractionModule, DocumentsModule],
  providers: [
    WebSourcesQueries,
    WebPagesQueries,
    SyncQueries,
    WebAddressCheck,
    WebClient,
    SiteRulesReader,
    SiteListings,
    PageDocuments,
    PageVisits,
    SyncScheduling,
    WebSyncing,
    WebSources,
  ],
  exports: [WebSources, SyncScheduling, WebSyncing],
})
export class WebSourcesModule {}
