/** What two spellings of one name have in common; upper-casing in between joins ß with SS and ς with σ. */
export function foldModelName(name: string): string {
  return shownModelName(name).toLowerCase().toUpperCase().toLowerCase().normalize('NFKC');
}

/** As stored and shown. */
export function shownModelName(name: string): string {
  return name.normalize('NFKC').trim();
}
