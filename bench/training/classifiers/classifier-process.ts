/**
 * A process for one training of one library, so that its time and memory are its own: `classifier-process.js <name> [folder
 * where the peers are installed]`, spoken to by messages.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import type { ClassifierNews, ClassifierOrder, TrainableClassifier } from './classifier.types';
import { natural } from './natural';
import { nodeNlp } from './node-nlp';
import { parley } from './parley';

const WARM_UP = 50;
const MICROSECONDS = 1e6;
const KIBIBYTE = 1_024;

function classifierOf(name: string, peersFolder: string): TrainableClassifier {
  if (name === 'parley') return parley();
  const requirePeer = createRequire(path.join(peersFolder, 'package.json'));
  if (name === 'node-nlp') return nodeNlp(requirePeer('node-nlp'));
  const { BayesClassifier, LogisticRegressionClassifier } = requirePeer('natural');
  return natural(name === 'natural-logistic' ? new LogisticRegressionClassifier() : new BayesClassifier());
}

const classifier = classifierOf(process.argv[2]!, process.argv[3] ?? '');

async function obey(order: ClassifierOrder): Promise<ClassifierNews> {
  switch (order.kind) {
    case 'train':
      return train(order.examples);
    case 'predict':
      return { kind: 'predicted', predictions: await Promise.all(order.texts.map((text) => classifier.predict(text))) };
    case 'time':
      return { kind: 'timed', latenciesMs: await latenciesMs(order.texts) };
  }
}

async function train(examples: Extract<ClassifierOrder, { kind: 'train' }>['examples']): Promise<ClassifierNews> {
  const startMs = performance.now();
  const before = process.cpuUsage();
  await classifier.train(examples, (percent, stage) => tell({ kind: 'progress', percent, stage }));
  const seconds = (performance.now() - startMs) / 1_000;
  const { user, system } = process.cpuUsage(before);
  return {
    kind: 'trained',
    seconds,
    cpuSeconds: (user + system) / MICROSECONDS,
    peakMemoryBytes: process.resourceUsage().maxRSS * KIBIBYTE,
    artefactBytes: classifier.artefactBytes(),
  };
}

async function latenciesMs(texts: readonly string[]): Promise<number[]> {
  for (const text of texts.slice(0, WARM_UP)) await classifier.predict(text);
  const latencies: number[] = [];
  for (const text of texts) {
    const before = performance.now();
    await classifier.predict(text);
    latencies.push(performance.now() - before);
  }
  return latencies;
}

function tell(news: ClassifierNews): void {
  process.send?.(news);
}

process.on('message', (order: ClassifierOrder) => {
  obey(order).then(tell, (error: unknown) => {
    console.error(error);
    process.exit(1);
  });
});
