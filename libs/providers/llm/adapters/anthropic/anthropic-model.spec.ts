import { ANTHROPIC, VendorServer } from '../../../../testing/llm';
import { makeLlm } from '../../llm.factory';
import { describeProviderContract } from '../../provider.contract-suite';

describeProviderContract({
  name: 'the adapter of Anthropic',
  start: (options) => VendorServer.start(ANTHROPIC, options),
  make: (settings) => makeLlm({ ...settings, provider: 'anthropic' }),
});
