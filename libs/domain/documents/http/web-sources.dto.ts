import {
  AllOptional,
  DateField,
  EnumField,
  IdField,
  IntegerField,
  NestedField,
  PageQuery,
  TextField,
  TextListField,
} from '#infra/http';
import { UPLOAD_STATES, type UploadState } from '../ingestion/uploads.types';
import {
  PAGE_OUTCOMES,
  type PageOutcome,
  SYNC_STAGES,
  type SyncStage,
  WEB_LIMITS,
  WEB_SOURCE_KINDS,
  WEB_SOURCE_STATES,
  type WebSourceKind,
  type WebSourceState,
} from '../web/web-sources.types';

const PATHS = { optional: true, nullable: true, maxItems: WEB_LIMITS.paths, maxLength: WEB_LIMITS.pathLength };
/** `waiting`: found, and not visited yet. */
const PAGE_STATUSES = ['waiting', ...PAGE_OUTCOMES] as const;

export class WebSourceScheduleField {
  @TextField('Five fields of cron, or six with seconds first.', {
    maxLength: WEB_LIMITS.cronLength,
    example: '0 4 * * *',
  })
  cron: string;

  @TextField('IANA name of the time zone that it is meant in.', {
    optional: true,
    nullable: true,
    maxLength: 100,
    default: 'UTC',
    example: 'Europe/Berlin',
  })
  timeZone?: string | null;
}

class WebSourceSettingsFields {
  @IntegerField('Pages that are taken at most.', {
    optional: true,
    nullable: true,
    min: WEB_LIMITS.maxPages.min,
    max: WEB_LIMITS.maxPages.max,
    default: WEB_LIMITS.maxPages.default,
  })
  maxPages?: number | null;

  @TextListField('Beginnings of the paths of pages that are taken. None: all.', { ...PATHS, example: ['/help/'] })
  include?: string[] | null;

  @TextListField('Beginnings of the paths of pages that are left out.', { ...PATHS, example: ['/help/archive/'] })
  exclude?: string[] | null;

  @NestedField('When it is synced by itself; null: never, or as `refreshHours` says.', () => WebSourceScheduleField, {
    optional: true,
    nullable: true,
  })
  schedule?: WebSourceScheduleField | null;

  @IntegerField('Hours from one sync to the next, instead of a schedule.', {
    optional: true,
    nullable: true,
    min: WEB_LIMITS.refreshHours.min,
    max: WEB_LIMITS.refreshHours.max,
    example: 24,
  })
  refreshHours?: number | null;
}

export class CreateWebSourceDto extends WebSourceSettingsFields {
  @TextField('Address of a page, of a sitemap, or of the front of a site, whose robots.txt names its sitemaps.', {
    maxLength: WEB_LIMITS.urlLength,
    example: 'https://www.example.com/sitemap.xml',
  })
  url: string;

  @EnumField(
    'What it is. Default: `sitemap` for addresses that end in .xml, .xml.gz or robots.txt and for the front of a site, else `page`.',
    WEB_SOURCE_KINDS,
    { optional: true },
  )
  kind?: WebSourceKind;

  @IdField(
    'The knowledge base of the chatbot that takes the pages; its own one for documents unless you name another.',
    {
      optional: true,
      nullable: true,
    },
  )
  knowledgeBaseId?: string | null;
}

export class UpdateWebSourceDto extends AllOptional(WebSourceSettingsFields) {}

export class WebPageQuery extends PageQuery {
  @EnumField('Only pages of this status.', PAGE_OUTCOMES, { optional: true })
  status?: PageOutcome;
}

export class WebSourceError {
  @TextField('Stable code of what went wrong.')
  code: string;

  @TextField('What went wrong, for a person.')
  message: string;
}

export class WebSourceCounts {
  @IntegerField('Pages that the sync has found.', { min: 0 })
  found: number;

  @IntegerField('Pages that it has dealt with so far.', { min: 0 })
  fetched: number;

  @IntegerField('Pages that became documents.', { min: 0 })
  added: number;

  @IntegerField('Pages whose documents were replaced.', { min: 0 })
  changed: number;

  @IntegerField('Pages that were as before.', { min: 0 })
  unchanged: number;

  @IntegerField('Pages that are there and were not taken, such as those that ask not to be indexed.', { min: 0 })
  skipped: number;

  @IntegerField('Pages that could not be read now; what was read of them before stays.', { min: 0 })
  failed: number;

  @IntegerField('Documents that were taken away.', { min: 0 })
  removed: number;
}

export class WebSourceSchedule {
  @TextField('Five fields of cron, or six with seconds first.')
  cron: string;

  @TextField('IANA name of the time zone.')
  timeZone: string;
}

export class WebSourceDto {
  @IdField('Its id.')
  id: string;

  @IdField('The chatbot that it belongs to.')
  chatbotId: string;

  @IdField('The knowledge base that takes the pages.')
  knowledgeBaseId: string;

  @TextField('Its address.')
  url: string;

  @EnumField('What it is.', WEB_SOURCE_KINDS)
  kind: WebSourceKind;

  @IntegerField('Pages that are taken at most.')
  maxPages: number;

  @TextListField('Beginnings of the paths of pages that are taken. None: all.')
  include: string[];

  @TextListField('Beginnings of the paths of pages that are left out.')
  exclude: string[];

  @NestedField('When it is synced by itself.', () => WebSourceSchedule, { nullable: true })
  schedule: WebSourceSchedule | null;

  @IntegerField('Hours from one sync to the next.', { nullable: true })
  refreshHours: number | null;

  @DateField('When the next sync begins by itself.', { nullable: true })
  nextSyncAt: string | null;

  @EnumField('How its last sync stands, or has ended.', WEB_SOURCE_STATES)
  status: WebSourceState;

  @EnumField('What is done just now, while it is running.', SYNC_STAGES, { nullable: true })
  stage: SyncStage | null;

  @IntegerField('Percentage of the sync that is done.', { min: 0, max: 100 })
  progress: number;

  @NestedField('What the sync has come to so far.', () => WebSourceCounts)
  counts: WebSourceCounts;

  @NestedField('Why the last sync failed.', () => WebSourceError, { nullable: true })
  error: WebSourceError | null;

  @DateField('When the last sync was asked for.', { nullable: true })
  syncStartedAt: string | null;

  @DateField('When it ended; null while it is under way.', { nullable: true })
  syncEndedAt: string | null;

  @DateField('When the source was made.')
  createdAt: string;

  @DateField('When it last changed.')
  updatedAt: string;
}

export class WebPageDto {
  @TextField('Its address.')
  url: string;

  @TextField('Its title, when it was read.', { nullable: true })
  title: string | null;

  @EnumField(
    'What became of it at the last visit. `skipped`: it is there and is not taken. `failed`: it could not be read; what was read before stays.',
    PAGE_STATUSES,
  )
  status: (typeof PAGE_STATUSES)[number];

  @NestedField('Why it was skipped, has gone or failed.', () => WebSourceError, { nullable: true })
  error: WebSourceError | null;

  @IdField('The document that it is.', { nullable: true })
  documentId: string | null;

  @EnumField('Replies find all of it once its document is `ready`.', UPLOAD_STATES, { nullable: true })
  documentStatus: UploadState | null;

  @DateField('When the site answered last.', { nullable: true })
  lastFetchedAt: string | null;

  @DateField('When it last brought something new.', { nullable: true })
  lastChangedAt: string | null;
}
