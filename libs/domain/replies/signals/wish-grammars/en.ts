import type { WishGrammar } from '../wish-grammar';

export const english: WishGrammar = {
  human:
    '(?:(?:{det}) )?(?:(?:{kind}) )*(?:human beings?|humans?|agents?|representatives?|reps?|operators?|csr){compound}|(?:(?:{det}) )?(?:(?:{kind}) )+(?:persons?|people|employees?|guy|staff|member of staff|someone|somebody|advis[oe]rs?)|(?:an?|another) person{compound}',
  someone:
    '(?:some|any) ?(?:one|body)|an? person|(?:(?:an?|your|the|any|some|another) )?(?:(?:{kind}) )*(?:advis[oe]rs?|consultants?|specialists?|experts?|supervisors?|managers?|employees?|colleagues?|staff members?|team members?|technicians?){compound}|(?:an?|the) member of (?:your |the )?(?:staff|team)|(?:(?:the|your) )?(?:customer (?:service|support|care)|support team|sales team|support staff|support|sales|helpdesk|help desk)(?! (?:tickets?|pages?|hours|emails?|articles?|forum|number|about whether)(?= ))|your (?:staff|team|people|boss)|the boss',
  parts: {
    det: 'an?|any|some|the|your|another|one of (?:your|the)',
    kind: 'real|actual|live|living|human|physical|proper|genuine|different|senior|customer (?:service|support|care)|support|service|sales|technical|billing',
    compound:
      '(?! (?:resources?|rights?|errors?|body|anatomy|nature|touch|behaviou?r|fees?|ids?|accounts?|portal|dashboard|login|app|role|seats?|licen[cs]es?|commissions?|settings|of contact|of the (?:day|week|month|year))(?= ))',
    // Somebody who is surely a human being, or surely here to answer.
    adverb:
      'really|just|urgently|only|also|still|now|absolutely|desperately|definitely|please|simply|actually|finally|honestly|then|kindly|do|maybe|possibly|perhaps|directly',
    talk: '(?:talk|speak|chat|speek|tlak|talking|speaking|spk) (?:directly )?(?:to|with|w)|have (?:an? )?(?:chat|word|conversation|call|talk) with|get (?:in touch|in contact|connected|transferred|through|put through)(?: to| with)?|be (?:connected|transferred|put through|forwarded|passed on)(?: to| with)?|get (?:a )?hold of|get ahold of',
    reach: 'contact|reach|call|phone|see|message|get to',
    want: 'want|wanna|need|would like|would love|would prefer|would rather|prefer|demand|insist|wish|have|must|gotta|require|am trying|am asking|have been trying|asked|ask|am waiting|wanted|needed|have asked',
    i: 'i|we|id|wed|im|ive|ill',
    wantTo:
      '(?:(?:i|we)(?: (?:{adverb}))* (?:{want})|(?:id|wed) (?:(?:{adverb}) )*(?:like|love|prefer|rather)|im (?:trying|asking|waiting)|ive (?:been trying|asked)|i wanna)(?: (?:{adverb}))*(?: (?:to|on))?(?: (?:{adverb}))*',
    thing:
      'me|us|this|it|this (?:chat|conversation|case|issue|ticket)|the (?:chat|conversation|case)|my (?:call|chat|case|issue|request|conversation)',
    pass: '(?:connect|transfer|put|pass|forward|hand|redirect|switch|escalate|refer|route|link) (?:{thing})(?: (?:over|through|on|up|please|now|directly|straight))*(?: to| with) (?:{person})',
    // What may follow somebody who is wanted, so that "I need an agent to sell my house" is none of ours.
    end: '(?= (?:$|now|please|pls|here|instead|not|asap|at once|immediately|urgently|quickly|right|today|this time|thanks|thank you|rather|and|or|because|on (?:the )?(?:line|phone|chat)|for this|who (?:can|knows|understands)|to (?:help|assist|talk|speak|chat|answer|call|contact|handle|look|take|reply)))',
    callback: '(?:call|phone|ring|contact|talk to|speak to|speak with|get in touch with|get back to) (?:me|us)(?= )',
  },
  sentences: [
    '{wantTo} (?:{talk}) (?:{person})',
    '{wantTo} (?:{reach}) (?:{human})',
    '{wantTo} (?:for )?(?:{human}){end}',
    '{wantTo} (?:some )?(?:{human}|live|real) (?:help|support|assistance){end}',
    '{wantTo} (?:{person}) (?:to|who can) (?:{callback})',
    '{wantTo} (?:{person}) to (?:talk|speak) (?:to|with)',
    '(?:can|could|may|might|cant|couldnt|shall) (?:i|we)(?: (?:{adverb}))* (?:{talk}) (?:{person})',
    '(?:can|could|may|cant) (?:i|we)(?: (?:{adverb}))* (?:get|have|{reach}) (?:{human}){end}',
    '(?:is it|would it be) possible (?:for me )?to (?:{talk}) (?:{person})',
    '(?:is there|isnt there|there must be|any) ?(?:any |a |an |no )?(?:way|chance|possibility|option) (?:to|of|that i can|that i could|i can|i could|for me to) (?:{talk}) (?:{person})',
    '(?:is|isnt) there (?:{person})(?: (?:here|there|available|else|who|whom|that|real|around))* (?:i|we) (?:can|could|may) (?:talk|speak|chat) (?:to|with)',
    '(?:is|isnt) there (?:{human}) (?:available|online|on duty)',
    '(?:is|are) (?:any |an? |some )?(?:{human}) (?:available|online|on duty)',
    'are there (?:any )?(?:{human}) (?:available|online|on duty|(?:i|we) can (?:talk|speak|chat) (?:to|with))',
    'do you (?:guys )?have (?:{person}) (?:(?:that|who|whom|here|available) )*(?:i|we) (?:can|could) (?:talk|speak|chat) (?:to|with)',
    '(?:can|could|will|would|cant) (?:you|u)(?: (?:{adverb}))* {pass}',
    '(?:can|could|will|would) (?:you|u)(?: (?:{adverb}))* (?:get|give|find|send|bring|call|fetch|let me have) (?:me )?(?:{human}){end}',
    '(?:can|could) (?:{person})(?: (?:{adverb}))* {callback}',
    '(?:have|ask|tell|get) (?:{person}) (?:to )?{callback}',
    '(?:let|allow) (?:me|us)(?: (?:{adverb}))*(?: to)? (?:{talk}) (?:{person})',
    '(?:(?:get|give|bring|find|send|fetch) (?:me|us)|gimme)(?: (?:{adverb}))* (?:{human}){end}',
    '{pass}',
    'put me (?:through(?= (?:$|please|now|to ))|in (?:touch|contact) with (?:{person}))',
    'hand me over(?= (?:$|please|now|to ))',
    '(?:i|we) (?:really |just )?(?:dont|do not|am not going to|wont|refuse to) (?:want to |wanna )?(?:talk|speak|chat|talking|deal) (?:to|with) (?:an?|this|the|your|any|some|these)? ?(?:stupid |dumb |damn |fucking |bloody |useless )?(?:ro)?(?:bots?|machines?|chatbots?|computers?|ai|software|automat\\w*)',
    '(?:i|we) (?:really |just )?(?:dont|do not) want (?:an?|this|your|any) (?:stupid |dumb |damn )?(?:ro)?(?:bots?|machine|chatbot|computer|ai)(?= )',
    '(?:how|where) (?:do|can|could|would) (?:i|we) (?:get to |please |actually |just |ever )*(?:{talk}) (?:{human})',
    '(?:how|where) (?:do|can|could) (?:i|we) (?:{reach}|get|find) (?:{human}){end}',
    'why (?:cant|can not|cannot|wont you let) (?:i|we|me|us) (?:just |simply )?(?:{talk}) (?:{person})',
    '(?:i|we) (?:cant|cannot) (?:even )?(?:{talk}) (?:a real person|a human)',
  ],
  openings: [
    '(?:want to |(?<!no )need to |wanna |would like to |like to |trying to )?(?:talk|speak|speek|chat|tlak|talking|speaking) (?:to|with) (?:{person})',
    '(?:want|need) (?:{human}){end}',
    '(?:want|need) (?:{human}|live) (?:help|support|assistance){end}',
    '(?:switch|change|over|hand over|handover|transfer|connect|escalate|forward|pass)(?: this| me| over| chat| it| the chat)* (?:to|with) (?:{human})',
    '(?:contact|call|reach) (?:{human}){end}',
    '(?:transfer|connect|escalate) (?:me|this|this chat|my case)(?= (?:please |now |immediately )*$)',
    'not (?:an?|this|the|with an?) (?:ro)?(?:bots?|machine|chatbot) (?:{human})',
    '(?:no|stop|enough|not another)(?: with| more| of)?(?: the| this| a)? (?:ro)?bots? (?:{human})',
  ],
  alone: [
    '(?:an? |the |your |another )?(?:(?:real|actual|live|human|customer (?:service|support)|support) )*(?:human|human being|agent|representative|operator|rep)',
    '(?:an? )?(?:real|actual|live) (?:person|human being|people)',
    '(?:human|live) (?:support|help|assistance|contact|operator)',
    '(?:talk|speak) (?:human|agent|representative|operator|real person)',
    '(?:human|agent|person|representative|operator) (?:needed|wanted|required|now|asap)',
    'call me(?: back)?',
    'escalate(?: this| it)?(?: (?:my|this|the) (?:case|issue|request|ticket|problem|complaint))?',
  ],
  courtesies:
    'please|pls|plz|hi|hello|hey|ok|okay|no|nope|yes|well|just|now|then|so|and|but|thanks|thank you|sorry|excuse me|bot|sir|madam|there|instead|immediately|asap|right now|i said|again|once more|enough|stop|seriously|not an? (?:ro)?bot|no (?:ro)?bots?',
  forbiddenBefore:
    'if|when|whenever|whether|what|which|who|whom|whose|unless|until|before|after|while|without|once|in case|as soon as|customers?|users?|visitors?|clients?|employees|they|he|she|says?|saying|button|example|translate|mean|means',
  forbiddenRightBefore:
    '(?:dont|do not|not|never|no need to|instead of|rather than|than|do|did|does|should|must|will|would|why|told|how|didnt|doesnt|wont)(?: \\p{L}+)?',
};
