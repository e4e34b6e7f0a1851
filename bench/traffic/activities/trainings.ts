/** Models of intents, trained from a few examples. */
import { must } from '../../../libs/testing/parley';
import { createDataset, readSession } from '../../training/sessions';
import type { Activity } from '../activity';
import { botOf, type Scene } from '../scene';

const INTENTS = ['opening hours', 'delivery', 'returns', 'prices', 'warranty', 'jobs'];
const EXAMPLES_EACH = 12;
const OPENINGS = [
  'tell me about',
  'what about',
  'I want to know of',
  'and the',
  'please say something about',
  'is there',
];

export class Trainings implements Activity {
  readonly name = 'trainings';
  readonly everyMs = 45_000;
  private readonly acknowledged: string[] = [];
  private count = 0;

  private constructor(
    private readonly scene: Scene,
    private readonly botId: string,
    private readonly datasetId: string,
  ) {}

  static async open(scene: Scene): Promise<Trainings> {
    const { botId } = await botOf(scene);
    const texts = INTENTS.flatMap((intent) =>
      Array.from({ length: EXAMPLES_EACH }, (_, at) => ({
        intent: intent.replaceAll(' ', '_'),
        text: `${OPENINGS[at % OPENINGS.length]} ${intent}${at < OPENINGS.length ? '' : ' of your shop'}`,
      })),
    );
    return new Trainings(scene, botId, await createDataset(scene.wire, botId, texts));
  }

  async act(): Promise<void> {
    this.count += 1;
    const path = `/api/v1/chatbots/${this.botId}/training/sessions`;
    const answer = await this.scene.journal.attempt('training', async () =>
      must(await this.scene.wire.post(path, { datasetId: this.datasetId }), 201),
    );
    if (answer) this.acknowledged.push(answer.body.data.id);
  }

  async faults(): Promise<string[]> {
    const faults: string[] = [];
    const versions: number[] = [];
    for (const id of this.acknowledged) {
      const { status, error, metrics } = await readSession(this.scene.wire, id);
      if (status !== 'completed') faults.push(`session ${id} is ${status} ${JSON.stringify(error)}`);
      if (metrics) versions.push(metrics.modelVersion);
    }
    if (new Set(versions).size < versions.length) faults.push(`two sessions made one version: ${versions.join()}`);
    return faults;
  }

  told(): string {
    return `${this.acknowledged.length} of ${this.count} sessions acknowledged`;
  }
}
