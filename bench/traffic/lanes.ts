/** Conversations that are gone on with: whoever speaks next takes one that nobody speaks in, so that each has an order. */
export class Lanes<Lane extends { turns: number }> {
  readonly all: Lane[] = [];
  private readonly idle: Lane[] = [];

  constructor(
    private readonly begin: (number: number) => Lane | Promise<Lane>,
    /** After so many turns a conversation is left, so that reading one costs no more the longer the traffic goes on. */
    private readonly maxTurns: number,
  ) {}

  /** One whose turn was not acknowledged is left: it may still be under way there. @throws what beginning one throws */
  async take(turn: (lane: Lane) => Promise<boolean>): Promise<void> {
    const lane = this.idle.shift() ?? (await this.next());
    const isAcknowledged = await turn(lane);
    lane.turns += 1;
    if (isAcknowledged && lane.turns < this.maxTurns) this.idle.push(lane);
  }

  private async next(): Promise<Lane> {
    const lane = await this.begin(this.all.length);
    this.all.push(lane);
    return lane;
  }
}
