import { describeLlmContract } from './llm.contract-suite';
import { ScriptedLlm } from './scripted-llm';

describeLlmContract('the scripted model', () => new ScriptedLlm());
