import { GOOGLE, VendorServer } from '../../../../testing/llm';
import { makeLlm } from '../../llm.factory';
import { describeProviderContract } from '../../provider.contract-suite';

describeProviderContract({
  name: 'the adapter of Google',
  start: (options) => VendorServer.start(GOOGLE, options),
  make: (settings) => makeLlm({ ...settings, provider: 'google' }),
});
