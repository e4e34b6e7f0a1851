/**
 * Which of the listed pages a sync takes: those it has already, so that a reordered sitemap changes nothing, then new ones; in
 * the order of the listing.
 */
export function chosenPages({ addresses, known, maxPages, isWhole }: Listed): { addresses: string[]; found: number } {
  const [listed, ours] = [new Set(addresses), new Set(known)];
  const kept = known.filter((address) => listed.has(address));
  const fresh = addresses.filter((address) => !ours.has(address));
  // Those of which a listing with gaps says nothing stay, and take their place.
  const room = isWhole ? maxPages : Math.max(0, maxPages - (known.length - kept.length));
  const chosen = [...kept, ...fresh].slice(0, room);
  const taken = new Set(chosen);
  const unlisted = isWhole ? 0 : known.filter((address) => !taken.has(address)).length;
  return { addresses: addresses.filter((address) => taken.has(address)), found: chosen.length + unlisted };
}

interface Listed {
  /** As the site lists them now, each once. */
  addresses: readonly string[];
  /** Those that have a document. */
  known: readonly string[];
  maxPages: number;
  isWhole: boolean;
}
