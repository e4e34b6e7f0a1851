import type { FoundEntity, ResolvedReference } from '../turns/turn-context.types';
import { type Antecedent, chooseAntecedent, fits, type Setting } from './choose-antecedent';
import { findPointers, grammarOf } from './find-pointers';
import type { Pointer } from './references.types';

export interface TextToResolve extends Omit<Setting, 'and'> {
  /** ISO 639-1. */
  language: string;
  /** The text does not tell its language. */
  isGuess: boolean;
  /** Of the text itself. */
  entities: readonly FoundEntity[];
  /** References that are less sure than this are left alone. */
  minConfidence: number;
}

export interface ResolvedText {
  resolvedText: string;
  references: ResolvedReference[];
}

/** The text with the names of what it points at. Where nothing fits it is left as it is. */
export function resolveReferences(given: TextToResolve): ResolvedText {
  const { text, candidates, entities, minConfidence } = given;
  if (candidates.length === 0) return { resolvedText: text, references: [] };
  const setting = { ...given, and: grammarOf(given.language)?.and ?? ',' };
  const found = findPointers(text, given, candidates).flatMap((pointer) => {
    const antecedent = chooseAntecedent(pointer, setting);
    if (!antecedent || antecedent.confidence < minConfidence || isNamed(pointer, entities)) return [];
    return [{ pointer, antecedent }];
  });
  return {
    resolvedText: withNames(text, found),
    references: found.map(({ pointer, antecedent }) => ({
      reference: pointer.reference,
      resolvedTo: antecedent.name,
      entityId: antecedent.id,
      type: antecedent.type,
      confidence: antecedent.confidence,
    })),
  };
}

/** Who names something that fits in the same message means that: "I have an iPhone 15, does it ...?" */
function isNamed({ wanted, start, end }: Pointer, entities: readonly FoundEntity[]): boolean {
  return entities.some((entity) => fits(wanted, entity) && (entity.end <= start || entity.start >= end));
}

function withNames(text: string, found: readonly { pointer: Pointer; antecedent: Antecedent }[]): string {
  let resolved = '';
  let from = 0;
  for (const { pointer, antecedent } of found) {
    resolved += text.slice(from, pointer.start) + pointer.replacement.replace('$', () => antecedent.name);
    from = pointer.end;
  }
  return resolved + text.slice(from);
}
