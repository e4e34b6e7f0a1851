import { Module, type Type } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { z } from 'zod';
import { defineJob } from './job';
import { HandlesJob } from './job-handler';
import { JobHandlers } from './job-handlers';

const base = { payload: z.object({}), attempts: 1, backoffMs: 1_000, timeoutMs: 1_000 };
const brew = defineJob({ ...base, name: 'tea.brew-tea' });
const pour = defineJob({ ...base, name: 'tea.pour-tea' });
const jobs = [brew, pour];

@HandlesJob(brew)
class Brewer {
  async run(): Promise<void> {}
}

@HandlesJob(brew)
class SecondBrewer {
  async run(): Promise<void> {}
}

@HandlesJob(pour)
class Pourer {
  async run(): Promise<void> {}
}

async function handlersAmong(providers: Type[]): Promise<JobHandlers> {
  @Module({ providers })
  class TeaJobsModule {}
  const module = await Test.createTestingModule({
    imports: [DiscoveryModule, TeaJobsModule],
    providers: [JobHandlers],
  }).compile();
  return module.get(JobHandlers);
}

describe('the handlers of jobs', () => {
  test('are found in the modules of the app', async () => {
    const handled = (await handlersAmong([Brewer, Pourer])).all(jobs);
    expect(handled.map(({ job, handler }) => [job.name, handler.constructor])).toEqual([
      ['tea.brew-tea', Brewer],
      ['tea.pour-tea', Pourer],
    ]);
  });

  test('that are missing or double are refused, by the name of the job', async () => {
    const handlers = await handlersAmong([Brewer, SecondBrewer]);
    expect(() => handlers.all(jobs)).toThrow(
      'The job tea.brew-tea has more than one handler: Brewer and SecondBrewer. The job tea.pour-tea has no handler.',
    );
  });
});

describe('a job', () => {
  test('has a name of its own', () => {
    expect(() => defineJob({ ...base, name: 'tea.brew-tea' })).toThrow('Two jobs are called tea.brew-tea.');
  });

  test('is named by domain, verb and noun', () => {
    expect(() => defineJob({ ...base, name: 'brewTea' })).toThrow('is not of the form');
  });
});
