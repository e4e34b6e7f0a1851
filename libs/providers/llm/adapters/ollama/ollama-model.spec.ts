import { OLLAMA, VendorServer } from '../../../../testing/llm';
import { makeLlm } from '../../llm.factory';
import { describeProviderContract } from '../../provider.contract-suite';

describeProviderContract({
  name: 'the adapter of Ollama',
  start: (options) => VendorServer.start(OLLAMA, options),
  make: (settings) => makeLlm({ ...settings, provider: 'ollama' }),
  refuses: false,
  insists: false,
});
