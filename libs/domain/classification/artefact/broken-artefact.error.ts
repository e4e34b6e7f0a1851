/** The bytes are no artefact of a classifier, of another version, or damaged. */
export class BrokenArtefactError extends Error {
  constructor(reason: string) {
    super(`This is no classifier that can be loaded: ${reason}.`);
    this.name = 'BrokenArtefactError';
  }
}
