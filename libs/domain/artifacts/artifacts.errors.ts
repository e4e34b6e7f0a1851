import { defineErrors } from '#kernel';

export const artifactErrors = defineErrors('artifacts', {
  not_found: { kind: 'not_found', message: 'There is no such artifact.' },
  version_not_found: { kind: 'not_found', message: 'There is no such version of this artifact.' },
  version_conflict: { kind: 'conflict', message: 'The artifact has been changed meanwhile. Read it again.' },
});
