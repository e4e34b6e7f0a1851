/** The intent that machines and network together hold for the likeliest, and by how much. */
import type { ScopeSigns } from './confidence';
import { type Blend, scoresOf, type Votes } from './intent-probability';

export interface Opinion extends Pick<ScopeSigns, 'margin' | 'lead' | 'energy'> {
  predicted: number;
  /** By intent. */
  scores: Float64Array;
}

export function opinionOf(blend: Blend, votes: Votes): Opinion {
  const scores = scoresOf(blend, votes);
  let predicted = 0;
  for (let intent = 1; intent < scores.length; intent++) if (scores[intent]! > scores[predicted]!) predicted = intent;
  return {
    predicted,
    scores,
    ...standingOf(votes.margins, predicted),
    energy: blend.networkSharpness === 0 ? 0 : energyOf(votes.logits),
  };
}

function standingOf(margins: Float32Array, predicted: number): Pick<ScopeSigns, 'margin' | 'lead'> {
  const margin = margins[predicted]!;
  let rival = Number.NEGATIVE_INFINITY;
  for (let intent = 0; intent < margins.length; intent++) {
    if (intent !== predicted && margins[intent]! > rival) rival = margins[intent]!;
  }
  return { margin, lead: Number.isFinite(rival) ? margin - rival : margin };
}

function energyOf(logits: Float32Array): number {
  const total = logits.reduce((sum, logit) => sum + Math.exp(logit), 0);
  return Math.log(total / logits.length);
}
