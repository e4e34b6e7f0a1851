import { handOffText } from './hand-off-texts';
import { type HandOffTextKind, handOffTexts } from './hand-off-texts.data';

const KINDS: readonly HandOffTextKind[] = [
  'escalated',
  'waiting',
  'human',
  'joined',
  'transferred',
  'returned',
  'resolved',
  'nobody',
];

describe('texts about people', () => {
  it('are there in every language that is recognised', () => {
    const languages = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'sv', 'da', 'no', 'fi', 'ru', 'ja', 'zh', 'ko'];
    expect(Object.keys(handOffTexts)).toEqual(languages);
    for (const language of languages) {
      const texts = KINDS.map((kind) => handOffText(kind, language));
      expect(new Set(texts).size).toBe(KINDS.length);
      expect(texts.join()).not.toMatch(/[{}]/);
    }
  });

  it('name who has come, whatever the name', () => {
    expect(handOffText('joined', 'de', { agent: 'Ada' })).toBe('Ada ist dem Gespräch beigetreten.');
    expect(handOffText('transferred', 'en', { agent: '$& {agent}' })).toBe(
      '$& {agent} has taken over the conversation.',
    );
    expect(handOffText('joined', 'en', { agent: ' ' })).toBe(handOffText('joined', 'en'));
    expect(handOffText('resolved', 'en', { agent: 'Ada' })).not.toContain('Ada');
  });

  it('are English where the language is not known', () => {
    expect(handOffText('waiting', 'xx')).toBe(handOffText('waiting', 'en'));
  });
});
