import type { LlmEvent, LlmModel, LlmRequest } from './llm.contract';

/** A question that every model can answer from the one passage it is given. */
export function openingHoursRequest(model: LlmModel, changes: Partial<LlmRequest> = {}): LlmRequest {
  const question = 'When does the shop open on Monday?';
  return {
    model: model.name,
    system: '',
    messages: [{ role: 'user', text: question }],
    passages: [
      {
        id: 'hours:0',
        title: 'Opening hours',
        section: null,
        text: 'The shop opens at 9:00 from Monday to Friday. It is closed on Sundays.',
        language: 'en',
        score: 0.95,
      },
    ],
    questions: [{ text: question, words: question, passages: [{ id: 'hours:0', score: 0.95 }] }],
    ...changes,
  };
}

export async function eventsOf(model: LlmModel, request: LlmRequest): Promise<LlmEvent[]> {
  const events: LlmEvent[] = [];
  for await (const event of model.generate(request)) events.push(event);
  return events;
}

export function textOf(events: readonly LlmEvent[]): string {
  return events.map((event) => (event.type === 'delta' ? event.text : '')).join('');
}

/** The behaviour that the engine relies on, the same for every model: run it for each adapter. */
export function describeLlmContract(name: string, makeModel: () => LlmModel): void {
  describe(`${name} keeps the contract of a language model`, () => {
    it('says something and ends with exactly one done', async () => {
      const model = makeModel();
      const events = await eventsOf(model, openingHoursRequest(model));
      expect(textOf(events).trim()).not.toBe('');
      expect(events.filter((event) => event.type === 'done')).toHaveLength(1);
      expect(events.at(-1)?.type).toBe('done');
    });

    it('yields no empty delta', async () => {
      const model = makeModel();
      const events = await eventsOf(model, openingHoursRequest(model));
      expect(events.filter((event) => event.type === 'delta' && event.text === '')).toEqual([]);
    });

    it('reports usage once, in whole tokens', async () => {
      const model = makeModel();
      const usages = (await eventsOf(model, openingHoursRequest(model))).filter((event) => event.type === 'usage');
      expect(usages).toHaveLength(1);
      const usage = usages[0]?.usage;
      expect(Number.isInteger(usage?.inputTokens) && Number.isInteger(usage?.outputTokens)).toBe(true);
      expect(usage?.outputTokens).toBeGreaterThan(0);
    });

    it('assesses itself before the first delta if and only if it says that it does', async () => {
      const model = makeModel();
      const types = (await eventsOf(model, openingHoursRequest(model))).map((event) => event.type);
      expect(types.filter((type) => type === 'assessment')).toHaveLength(model.capabilities.assessment ? 1 : 0);
      if (model.capabilities.assessment) expect(types[0]).toBe('assessment');
    });

    it('stops with the reason of the signal when it is aborted', async () => {
      const model = makeModel();
      const reason = new Error('the reader left');
      const request = openingHoursRequest(model, { signal: AbortSignal.abort(reason) });
      await expect(eventsOf(model, request)).rejects.toBe(reason);
    });
  });
}
