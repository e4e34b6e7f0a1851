import { defineErrors } from '#kernel';

export const webErrors = defineErrors('web_sources', {
  not_found: { kind: 'not_found', message: 'There is no such web source.' },
  too_many: { kind: 'conflict', message: 'The team has as many web sources as it may have. Delete one first.' },
  not_under_way: { kind: 'conflict', message: 'Only a sync that is queued or running can be cancelled.' },

  // Why a sync fails. What was fetched before stays.
  no_sitemap: {
    kind: 'invalid_input',
    message:
      'The site names no sitemap in its robots.txt, and has none at /sitemap.xml. Give the address of one, or of a page.',
  },
  sitemap_unreadable: { kind: 'invalid_input', message: 'The address holds no sitemap that can be read.' },
  sitemap_empty: {
    kind: 'invalid_input',
    message: 'The sitemap names no page that this source takes. Nothing was removed.',
  },
  site_failing: { kind: 'unavailable', message: 'The site does not answer. Nothing was removed.' },
  nothing_readable: {
    kind: 'invalid_input',
    message: 'None of the pages could be read. Nothing was removed.',
  },
  failed: { kind: 'internal', message: 'The sync has failed on our side. Please try again.' },
  cut_off: { kind: 'internal', message: 'The sync was cut off several times. Please try again.' },

  // Why a page is not taken, or not now.
  unreachable: { kind: 'unavailable', message: 'The host could not be reached.' },
  timed_out: { kind: 'unavailable', message: 'The answer did not come in time.' },
  broken: { kind: 'unavailable', message: 'The answer broke off, or could not be unpacked.' },
  server_failed: { kind: 'unavailable', message: 'The server answered with an error.' },
  access_refused: { kind: 'invalid_input', message: 'The server refuses access to the page.' },
  address_refused: { kind: 'invalid_input', message: 'The address is not accepted.' },
  too_large: { kind: 'invalid_input', message: 'The page is larger than may be taken.' },
  redirected_away: { kind: 'invalid_input', message: 'The page leads to another host.' },
  too_many_redirects: { kind: 'invalid_input', message: 'The page leads from one address to the next without an end.' },
  gone: { kind: 'not_found', message: 'The page is not there any more.' },
  robots_forbid: { kind: 'forbidden', message: 'The robots.txt of the site does not allow this page.' },
  no_index: { kind: 'forbidden', message: 'The page asks not to be indexed.' },
  unsupported_type: { kind: 'invalid_input', message: 'The page is of a type that cannot be read here.' },
  no_text: { kind: 'invalid_input', message: 'The page holds no text that can be read.' },
  duplicate: { kind: 'conflict', message: 'The page gives another page of this source as its address.' },
  not_taken: { kind: 'conflict', message: 'The source does not take this page any more.' },
});
