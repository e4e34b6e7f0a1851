/** What documents and questions have in common. */
import { IntegerField, TextField, TextListField } from '#infra/http';
import { Answer } from './criabot.envelope';

/** As long as the names of documents, which are the longest. */
const MAX_NAME_CHARACTERS = 512;
const DEFAULT_PAGE_SIZE = 100;
const MAX_PAGE_SIZE = 1_000;
/** Keeps an offset well inside 64 bits. */
const MAX_PAGE = 1_000_000_000;

export class ContentNamed {
  @TextField('The `document_name` that the upload answered.', { maxLength: MAX_NAME_CHARACTERS })
  document_name: string;
}

export class ContentPage {
  @IntegerField('Which page, from 1. Without `page` and `page_size` all names are listed.', {
    optional: true,
    min: 1,
    max: MAX_PAGE,
  })
  page?: number;

  @IntegerField(`Names per page; more than ${MAX_PAGE_SIZE} count as ${MAX_PAGE_SIZE}.`, {
    optional: true,
    min: 1,
    clampTo: MAX_PAGE_SIZE,
    default: DEFAULT_PAGE_SIZE,
  })
  page_size?: number;
}

/** Undefined: everything. */
export function pageOf({ page, page_size: limit }: ContentPage): { page: number; limit: number } | undefined {
  if (page === undefined && limit === undefined) return undefined;
  return { page: page ?? 1, limit: limit ?? DEFAULT_PAGE_SIZE };
}

export class ContentStored extends Answer {
  @TextField('What names it from now on.')
  document_name: string;

  @IntegerField('Tokens that an embedding model has read.', { min: 0 })
  token_usage: number;
}

export class ContentNames extends Answer {
  @TextListField('Oldest first.')
  document_names: string[];
}
