import { LlmRegistry } from './llm.registry';
import { ScriptedLlm } from './scripted-llm';

describe('the registry of language models', () => {
  it('finds a model by name, whatever its case', () => {
    const registry = new LlmRegistry();
    const model = new ScriptedLlm({ name: 'Fast-1' });
    registry.register(model);
    expect(registry.resolve(' fast-1')).toBe(model);
  });

  it('answers with the default when the name is unknown or absent', () => {
    const registry = new LlmRegistry();
    const first = new ScriptedLlm({ name: 'first' });
    const second = new ScriptedLlm({ name: 'second' });
    registry.register(first);
    registry.register(second);
    expect(registry.resolve()).toBe(first);
    expect(registry.resolve('gone')).toBe(first);
    registry.register(new ScriptedLlm({ name: 'third' }), { asDefault: true });
    expect(registry.resolve().name).toBe('third');
  });

  it('refuses a second model of the same name', () => {
    const registry = new LlmRegistry();
    registry.register(new ScriptedLlm({ name: 'one' }));
    expect(() => registry.register(new ScriptedLlm({ name: 'ONE' }))).toThrow('ONE is registered already');
  });

  it('says so when there is no model at all', () => {
    expect(() => new LlmRegistry().resolve('one')).toThrow('No language model is registered.');
  });
});
