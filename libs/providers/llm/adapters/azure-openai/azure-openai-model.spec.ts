import { AZURE, VendorServer } from '../../../../testing/llm';
import { makeLlm } from '../../llm.factory';
import { describeProviderContract } from '../../provider.contract-suite';

describeProviderContract({
  name: 'the adapter of Azure OpenAI',
  start: (options) => VendorServer.start(AZURE, options),
  make: (settings) => makeLlm({ ...settings, provider: 'azure-openai' }),
});
