import { OUT_OF_SCOPE } from '#domain/classification';
import { isAnswer } from '../datasets/examples';
import type { IntentOutput, ReadExample } from '../datasets/examples.queries';

interface Candidate {
  /** An example that has this output. */
  exampleId: string;
  votes: number;
}

/**
 * Finds the output that most examples of each intent have; of several the one that came first. Outputs are long and many, so
 * they are told apart by their hashes, and only those that have won are read.
 */
export class AnswerVotes {
  private readonly intents = new Map<string, Map<string, Candidate>>();

  /** All that had a vote, and those out of scope, which have none. */
  exampleCount = 0;

  add(examples: readonly ReadExample[]): void {
    this.exampleCount += examples.length;
    for (const { id, intent, outputHash } of examples) {
      if (intent === OUT_OF_SCOPE) continue;
      const candidates = this.intents.get(intent) ?? new Map<string, Candidate>();
      this.intents.set(intent, candidates);
      const candidate = candidates.get(outputHash) ?? { exampleId: id, votes: 0 };
      candidates.set(outputHash, candidate);
      candidate.votes += 1;
    }
  }

  get intentCount(): number {
    return this.intents.size;
  }

  /** An example for the winner of each intent. */
  get winners(): string[] {
    return [...this.intents.values()].map((candidates) => {
      const [first, ...others] = candidates.values();
      return others.reduce((best, candidate) => (candidate.votes > best.votes ? candidate : best), first!).exampleId;
    });
  }
}

/** Of the outputs that have won those that answer people. */
export function answersOf(outputs: readonly IntentOutput[]): Record<string, string> {
  const answers = outputs.filter(({ output, intent, isIntentGiven }) => isAnswer(output, intent, isIntentGiven));
  return Object.fromEntries(answers.map(({ intent, output }) => [intent, output]));
}
