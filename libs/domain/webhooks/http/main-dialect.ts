/** Webhooks of the main API are told what happens in its words. */
export const MAIN_DIALECT = 'platform';
