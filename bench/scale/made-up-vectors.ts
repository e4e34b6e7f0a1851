/**
 * Vectors as embedding models make them: of many dimensions, but on a surface of far fewer, in topics. Those of a query and
 * of the passage that answers it are near each other, and so are those of the passages of an article.
 */
import { Random } from '../retrieval/random';

/** Embeddings of text behave like points of some dozens of dimensions. */
const LATENT = 40;
const TOPICS = 300;
const OF_ARTICLE = 0.8;
const OF_PASSAGE = 0.6;
const OF_QUERY = 0.45;

export class MadeUpVectors {
  private readonly projection: Float32Array;
  private readonly topics: Float64Array[];

  constructor(readonly dimensions: number) {
    const random = new Random(`projection ${dimensions}`);
    this.projection = Float32Array.from({ length: LATENT * dimensions }, () => normal(random));
    this.topics = Array.from({ length: TOPICS }, (_, topic) => latent(new Random(`topic ${topic}`)));
  }

  /** Of the passages of an article. */
  ofArticle(article: number, passages: number): Float32Array[] {
    return Array.from({ length: passages }, (_, passage) => this.projected(this.passageAt(article, passage)));
  }

  ofQuery(article: number, passage: number, seed: string): Float32Array {
    return this.projected(sum(this.passageAt(article, passage), latent(new Random(`query ${seed}`)), OF_QUERY));
  }

  private passageAt(article: number, passage: number): Float64Array {
    const topic = this.topics[article % TOPICS] as Float64Array;
    const ofArticle = sum(topic, latent(new Random(`meaning ${article}`)), OF_ARTICLE);
    return sum(ofArticle, latent(new Random(`meaning ${article} ${passage}`)), OF_PASSAGE);
  }

  private projected(point: Float64Array): Float32Array {
    const { dimensions, projection } = this;
    const vector = new Float32Array(dimensions);
    for (let from = 0; from < LATENT; from++) {
      const value = point[from] as number;
      const row = from * dimensions;
      for (let to = 0; to < dimensions; to++) {
        vector[to] = (vector[to] as number) + value * (projection[row + to] as number);
      }
    }
    let squares = 0;
    for (const value of vector) squares += value * value;
    const length = Math.sqrt(squares);
    return vector.map((value) => value / length);
  }
}

function latent(random: Random): Float64Array {
  return Float64Array.from({ length: LATENT }, () => normal(random));
}

function sum(point: Float64Array, more: Float64Array, share: number): Float64Array {
  return point.map((value, at) => value + share * (more[at] as number));
}

/** Near enough to the normal distribution (Irwin and Hall). */
function normal(random: Random): number {
  return random.next() + random.next() + random.next() + random.next() - 2;
}
