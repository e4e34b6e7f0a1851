import { Module, type Type } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { defineEvent } from './domain-event';
import { ConsumesEvents } from './event-consumer';
import { EventConsumers } from './event-consumers';

const brewed = defineEvent<'tea.brewed', { cups: number }>('tea.brewed');

@ConsumesEvents({ name: 'counting', events: [brewed.name] })
class Counting {
  async consume(): Promise<void> {}
}

@ConsumesEvents({ name: 'counting', events: [brewed.name] })
class SecondCounting {
  async consume(): Promise<void> {}
}

@ConsumesEvents({ name: 'tasting', events: ['tea.tasted'] })
class Tasting {
  async consume(): Promise<void> {}
}

async function consumersAmong(providers: Type[]): Promise<EventConsumers> {
  @Module({ providers })
  class TeaJobsModule {}
  const module = await Test.createTestingModule({
    imports: [DiscoveryModule, TeaJobsModule],
    providers: [EventConsumers],
  }).compile();
  return module.get(EventConsumers);
}

describe('event consumers', () => {
  test('are found in the modules of the app', async () => {
    const [found, ...others] = (await consumersAmong([Counting])).all();
    expect(found).toMatchObject({ name: 'counting', events: ['tea.brewed'], consumer: expect.any(Counting) });
    expect(others).toEqual([]);
  });

  test('of one name, and those of unknown events, are refused', async () => {
    const consumers = await consumersAmong([Counting, SecondCounting, Tasting]);
    expect(() => consumers.all()).toThrow(
      'Two event consumers are called counting. The event consumer tasting asks for tea.tasted, which nobody declares.',
    );
  });
});

describe('an event', () => {
  test('has a name of its own', () => {
    expect(() => defineEvent('tea.brewed')).toThrow('Two events are called tea.brewed.');
  });
});
