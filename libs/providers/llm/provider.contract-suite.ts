/**
 * What every adapter of a provider does, whatever the wire: run it against a server that speaks the provider's. The servers
 * refuse what the provider refuses, so that each answer also says that the request was right.
 */
import { describeLlmContract } from './llm.contract-suite';
import { describeProviderAnswers } from './provider-answers.contract-suite';
import { type ProviderUnderTest, providerBench } from './provider-bench.contract-suite';
import { describeProviderFailures } from './provider-failures.contract-suite';

export function describeProviderContract(provider: ProviderUnderTest): void {
  const bench = providerBench(provider);
  describeLlmContract(provider.name, () => bench.modelOf());
  describe(`${provider.name} keeps the contract of a provider`, () => {
    describeProviderAnswers(bench);
    describeProviderFailures(bench);
  });
}
