import type { ReferenceGrammar } from '../references.types';
import { nouns, ordinals, pattern, rule } from './pattern';

const THIS = '(?<ref>(?:this|that)(?: one)?)';
const THESE = '(?<ref>(?:these|those)(?: ones)?)';
/** "that" also begins a clause ("confirm that my order came"): it must be followed by something that cannot go on so. */
const CLOSED =
  '(?= {0,1}(?:[?!.,;:)]|$)| (?:to|for|in|on|at|with|without|from|by|and|or|but|if|when|please|now|today|tomorrow|again|back|online|yet|too|also|here|instead)\\b)';
const ADVERBS =
  '(?:still |also |currently |now |already |really |always |actually |ever |even |usually |normally |not |so |very |too |just |quite |pretty )';
const QUALITIES =
  'available|in stock|sold out|out of stock|on sale|discounted|compatible|refundable|returnable|included|covered|waterproof|wireless|free|new|used|eligible|shipped|delivered|cheaper|expensive|bigger|smaller|faster|better|big|small|safe|worth it|broken|defective|original|tax free|vegan|gluten free';
const ACTIONS =
  'buy|order|return|exchange|cancel|track|get|use|ship|send back|deliver|reserve|book|pay for|upgrade|downgrade|refund|replace|repair|install|activate|renew|compare|choose|pick|purchase|change|download|rent';
const EMPTY_QUALITIES =
  'possible|impossible|easy|easier|hard|difficult|ok|okay|fine|true|clear|unclear|important|necessary|best|good|great|nice|bad|late|too late|early|time|raining|snowing|sunny|cloudy|windy|dark|cold outside|hot outside|allowed|permitted|required|mandatory|legal|normal|advisable|likely|unlikely|urgent|sad|a pity|a shame|weird|strange|funny|ridiculous|unacceptable|a pleasure|me|my|like|as if|because|that|just|been|how|what|why|who|monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|tomorrow|now|over|all|about|not that|not about|you|your|him|her|us|them';

export const en = (): ReferenceGrammar => ({
  and: 'and',
  rules: [
    rule('\\b(?<ref>it)\\b', 0.9),
    rule('\\b(?<ref>its) (?=\\p{L})', 0.85, { form: 'possessive' }),
    rule('\\b(?<ref>they|them|themselves)\\b', 0.85, { many: true }),
    rule('\\b(?<ref>their) (?=\\p{L})', 0.75, { many: true, form: 'possessive' }),
    rule('\\b(?<ref>(?:this|that) one)\\b', 0.9),
    rule('\\b(?<ref>(?:these|those) ones)\\b', 0.9, { many: true }),
    rule(`\\bhow much (?:is|was|does|did|will|would) ${THIS}(?: (?:cost|be))?\\b${CLOSED}`, 0.85),
    rule(`\\bhow much (?:are|were|do|did|will|would) ${THESE}(?: (?:cost|be))?\\b${CLOSED}`, 0.85, { many: true }),
    rule(`\\bwhat (?:does|do|did|will) ${THIS} (?:cost|weigh|include|contain|come with|look like)\\b`, 0.85),
    rule(`\\b(?:is|was|isn't) ${THIS} ${ADVERBS}{0,2}(?:${QUALITIES})\\b`, 0.85),
    rule(`\\b(?:are|were|aren't) ${THESE} ${ADVERBS}{0,2}(?:${QUALITIES})\\b`, 0.85, { many: true }),
    rule(
      `\\b(?:does|will|would|can) ${THIS} (?:come|fit|ship|have|support|include|need|require|last|run|charge|expire|contain|weigh|arrive)\\b`,
      0.85,
    ),
    rule(
      `\\b(?:do|will|would|can) ${THESE} (?:come|fit|ship|have|support|include|need|require|last|run|charge|expire|contain|weigh|arrive)\\b`,
      0.85,
      { many: true },
    ),
    rule(`\\b(?:${ACTIONS}) ${THIS}\\b${CLOSED}`, 0.8),
    rule(`\\b(?:${ACTIONS}) ${THESE}\\b${CLOSED}`, 0.8, { many: true }),
    rule('\\b(?<ref>he|she|him)\\b', 0.85, { wanted: 'person' }),
    rule('\\b(?<ref>his|her) (?=\\p{L})', 0.8, { wanted: 'person', form: 'possessive' }),
    rule('\\b(?<ref>her)\\b{end}', 0.85, { wanted: 'person' }),
  ],
  nouns: nouns(
    'the |this |that |my |our ',
    {
      order: 'order|purchase',
      ticket: 'ticket|case|request',
      invoice: 'invoice|bill',
      booking: 'booking|reservation',
      shipment: 'shipment|parcel|package|delivery|tracking number',
      product: 'product|item|device|article|model',
      date: 'day|date',
      phone: 'phone number|number',
      email: 'e-?mail address|address',
      url: 'link|page|site|website',
    },
    'number|numbers|process|form|page|pages|history|button|confirmation|time|times|date|dates|area|zone|options?|methods?|costs?|fees?|of|service|man|line|range|catalog|catalogue',
  ),
  ordinals: ordinals(
    (word) => `\\b(?<ref>the ${word}(?: ones?| option| product| model| item)?)\\b${CLOSED}`,
    [
      ['(?:first|1st|former)', 1],
      ['(?:second|2nd|latter)', 2],
      ['(?:third|3rd)', 3],
      ['(?:fourth|4th)', 4],
      ['(?:fifth|5th)', 5],
      ['last', -1],
    ],
  ),
  empty: [
    `\\bit(?:'s| is| was| will be| would be| has been| gets| got| is getting| looks| seems| feels| sounds| appears| isn't| wasn't) ${ADVERBS}{0,3}(?:${EMPTY_QUALITIES})\\b`,
    `\\b(?:is|was|isn't|would|will|could|can|should|might) it(?: be)? ${ADVERBS}{0,2}(?:${EMPTY_QUALITIES})\\b`,
    "\\bit(?:'s| is| was| would be| will be)(?: \\p{L}{1,20}){1,3} (?:to|that|if)\\b",
    '\\b(?:is|was|would|will) it(?: be)? \\p{L}{1,20}(?: for (?:me|us|you|him|her|them))? (?:to|that|if)\\b',
    "\\bit (?:rains?|rained|snows?|snowed|takes?|took|depends?|seems?|seemed|appears?|appeared|turns out|happens?|happened|matters?|says?|said|doesn't matter|does not matter|makes (?:no )?sense|helps? (?:to|if|when)|goes without|has to do|would help|would be)\\b",
    `\\b(?:does|do|did|will|would|should|can|could|might|doesn't|didn't|won't) it ${ADVERBS}{0,2}(?:take|matter|rain|snow|happen|make sense|depend|help|hurt|say|mean that|seem|appear|go)\\b`,
    "\\bhow(?:'s| is| was) it\\b{end}",
    "\\bhow(?:'s| is| was) it going\\b",
    '\\bhow does it work (?:to|that|when|if|with|in|for)\\b',
    '\\bit costs?(?: (?:me|us|you|extra|more|less|a lot|anything|something|much)){0,2} to\\b',
    '\\b(?:does|would|will) it cost(?: (?:me|us|you|extra|more|less|a lot|anything|something|much)){0,2} to\\b',
    '\\b(?:do|did|does|done|doing) it\\b(?! \\p{L})',
    '\\b(?:say|said|mean|forget|believe|think|know|hear|heard|got|stop|screw|appreciate|make|made|makes) it\\b',
    '\\b(?:i|we) (?:get|like|love|hate|see) it\\b{end}',
    '\\bget it (?:done|right|over)\\b',
    "\\b(?:that's|that is|this is|is that|is this) it\\b",
    '\\bwhat(?: time| day| date)? is it\\b{end}',
    '\\bwhat (?:time|day|date) is it\\b',
    '\\bwho is it\\b',
    '\\btake it (?:easy|or leave)\\b',
    '\\bthey (?:say|said|call)\\b',
  ].map(pattern),
});
